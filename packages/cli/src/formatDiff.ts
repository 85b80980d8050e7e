// The changes that would mend what was found, as lines that go and come.
import type { Change, VerdictRecord } from '@maturity-roadmap/engine';
import { changeDiff, changesOf, kindOfChange } from '@maturity-roadmap/engine';
import type { Format } from './formats';
import type { ScoredComponent } from './score';

const signs = { same: ' ', removed: '-', added: '+' } as const;
const words = { patch: 'change', create: 'create', edit: 'edit' } as const;

function heading(change: Change, { workload, check }: VerdictRecord, { fileOf }: ScoredComponent): string {
  const { kind, namespace, name } = change.object;
  if (change.kind === 'edit') return `# ${check}: ${change.isNew ? 'add' : 'edit'} ${name}`;
  const file = change.kind === 'create' ? undefined : fileOf(change.object);
  const beside = change.kind === 'create' ? fileOf(workload) : undefined;
  const where = (file && `, in ${file}`) ?? (beside && `, beside ${beside}`) ?? '';
  return `# ${check}: ${words[kindOfChange(change)]} ${kind} ${namespace ? `${namespace}/` : ''}${name}${where}`;
}

function lines(change: Change, { objectOf }: ScoredComponent): string[] {
  const diff = changeDiff(change, objectOf(change.object));
  if (!diff) return ['# the object was not read'];
  return diff.lines.map(line => (line.change === 'gap' ? '@@' : `${signs[line.change]}${line.text}`));
}

/** The result as changes; what no change follows for is left to the other formats. */
export const diffFormat: Format = {
  component(scored) {
    const { component, verdicts } = scored.report;
    const changes = verdicts.flatMap(record =>
      record.fix
        ? changesOf(record.fix).map(one => [heading(one, record, scored), ...lines(one, scored)].join('\n'))
        : [],
    );
    const count = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
    return [`${component}: ${count}`, ...changes].join('\n\n');
  },
  whole(components, problems) {
    const broken = problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
    const sections = [
      components.map(({ text }) => text).join('\n\n') || 'No workload found: nothing to judge.',
      broken.length > 0 ? ['Problems in the input:', ...broken.map(one => `  ${one}`)].join('\n') : '',
    ];
    return sections.filter(Boolean).join('\n\n');
  },
};
