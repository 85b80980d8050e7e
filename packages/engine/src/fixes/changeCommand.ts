// The command that makes a change, for a shell.
import { dump } from 'js-yaml';
import type { Change, FileEdit } from '../model';

/**
 * The lines of YAML of an object that is to be created.
 *
 * @public
 */
export const manifestLines = (manifest: object): string[] => dump(manifest, { lineWidth: -1 }).trimEnd().split('\n');

/** No line of a manifest or a patch is this word alone. */
const end = 'EOF';
const document = (command: string, lines: readonly string[]) => `${command} <<'${end}'\n${lines.join('\n')}\n${end}`;

/** The hunks of a unified diff without lines around them; where lines are only added, the one before them is named. */
function hunks({ edits }: FileEdit): string[] {
  let shift = 0;
  return edits.flatMap(({ line, removed, added, unended }) => {
    const before = removed.length > 0 ? line : line - 1;
    const after = added.length > 0 ? line + shift : line + shift - 1;
    shift += added.length - removed.length;
    return [
      `@@ -${before},${removed.length} +${after},${added.length} @@`,
      ...removed.map(text => `-${text}`),
      ...(unended ? ['\\ No newline at end of file'] : []),
      ...added.map(text => `+${text}`),
    ];
  });
}

/** A change of a file as `git apply` takes it, from the component's root. */
function filePatch(change: FileEdit): string[] {
  const { name } = change.object;
  const [from, to] = [`--- ${change.isNew ? '/dev/null' : `a/${name}`}`, `+++ b/${name}`];
  return [
    ...(change.isNew ? [`diff --git a/${name} b/${name}`, 'new file mode 100644'] : []),
    from,
    to,
    ...hunks(change),
  ];
}

/**
 * The command that makes a change: `kubectl patch`, `kubectl apply` or `git apply`. The shell takes it as it is.
 *
 * @public
 */
export function changeCommand(change: Change): string {
  if (change.kind === 'edit') return document('git apply --unidiff-zero', filePatch(change));
  if (change.kind === 'create') return document('kubectl apply -f -', manifestLines(change.manifest));
  const { object, operations } = change;
  const namespace = object.namespace ? ` -n ${object.namespace}` : '';
  const patch = JSON.stringify(operations).replaceAll("'", `'\\''`);
  return `kubectl patch ${object.kind.toLowerCase()} ${object.name}${namespace} --type=json -p '${patch}'`;
}
