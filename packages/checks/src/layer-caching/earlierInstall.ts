// An install moved before the copy of the source, behind a copy of the files that it reads.
import type { Fix, ObjectView, RepositoryFile } from '@maturity-roadmap/engine';
import { editFile, linesOfText } from '@maturity-roadmap/engine';
import type { Dockerfile } from '../repository';
import { commandsOf, copied, isWholeContext } from '../repository';
import type { PlacedInstall } from './sourceBeforeInstall';

type FileNamed = (name: string) => RepositoryFile | undefined;

/** What an install reads, and the step that fetches by it where the build does so by the way. */
interface Needs {
  files: readonly string[];
  fetch?: string;
}

/** Scripts that npm runs after an install, which may need the source. */
const npmScript = /"(pre|post)?install"|"prepare"/;
const npmElsewhere = /"workspaces"|"(file|link):|"git\+/;
const otherRegistry = /"resolved":\s*"(?!https:\/\/registry\.npmjs\.org\/)/;

function npm(named: FileNamed): Needs | undefined {
  const [manifest, lock] = [named('package.json'), named('package-lock.json')];
  if (!manifest || !lock || npmScript.test(manifest.text) || npmElsewhere.test(manifest.text)) return undefined;
  // Another registry is set in a file that is not read.
  return otherRegistry.test(lock.text) ? undefined : { files: ['package.json', 'package-lock.json'] };
}

function go(named: FileNamed): Needs | undefined {
  const [manifest, sums] = [named('go.mod'), named('go.sum')];
  if (!manifest || !sums || /=>\s*\.{1,2}\//.test(manifest.text)) return undefined;
  return { files: ['go.mod', 'go.sum'], fetch: 'RUN go mod download' };
}

/** Lines of a requirements file that lead to other files or to the source itself. */
const leadsOn = /^\s*(-[rce]|--(requirement|constraint|editable)|\.)/m;

function pip(named: FileNamed, args: readonly string[]): Needs | undefined {
  const at = args.indexOf('-r');
  const path = at < 0 ? undefined : args[at + 1];
  const others = args.slice(1).filter((arg, i) => !arg.startsWith('-') && i + 1 !== at + 1);
  const file = path && others.length === 0 ? named(path) : undefined;
  return file && !leadsOn.test(file.text) ? { files: [file.metadata.name] } : undefined;
}

const needs: Record<string, (named: FileNamed, args: readonly string[]) => Needs | undefined> = {
  npm,
  go,
  pip,
  pip3: pip,
};

/** The comments directly above a line belong to it. */
function beforeComments(lines: readonly string[], at: number): number {
  let first = at;
  while (first > 0 && lines[first - 1].trimStart().startsWith('#')) first -= 1;
  return first;
}

/** `/app/` of `/app`; a copy of several files wants a folder. */
const asFolder = (path: string) => (path.endsWith('/') ? path : `${path}/`);

/**
 * Moves an install that stands directly behind the copy of everything before it; a build that fetches by the way gets a
 * step of its own for that instead.
 *
 * @param files - of the repository; paths start at the folder of the Dockerfile, which is taken to be the context
 * @returns undefined where the install may need more than its manifests, or does not stand alone
 */
export function earlierInstall(
  dockerfile: Dockerfile,
  { program, args, implicit, instruction, behind }: PlacedInstall,
  files: readonly RepositoryFile[],
  index: ObjectView<'repository/v1/Dockerfile'>,
): Fix | undefined {
  if (dockerfile.file.metadata.name.includes('/') || !behind) return undefined;
  const withLines = (text: readonly string[]) =>
    editFile(index.ref(dockerfile.file), dockerfile.file, `${text.join('\n')}\n`);
  const needed = needs[program]?.(name => files.find(file => file.metadata.name === name), args);
  const { sources = [], destination = '' } = copied(behind) ?? {};
  if (!needed || sources.length !== 1 || !sources.every(isWholeContext)) return undefined;
  const lines = linesOfText(dockerfile.file.text);
  const first = `COPY ${needed.files.join(' ')} ${asFolder(destination)}`;
  const at = beforeComments(lines, behind.line - 1);
  if (implicit) {
    if (!needed.fetch) return undefined;
    return withLines([...lines.slice(0, at), first, needed.fetch, ...lines.slice(at)]);
  }
  const steps = dockerfile.stages.find(({ instructions }) => instructions.includes(behind))?.instructions ?? [];
  const follows = steps[steps.indexOf(behind) + 1] === instruction;
  if (!follows || commandsOf(instruction).length !== 1 || instruction.heredocs.length > 0) return undefined;
  // Its comments go with it.
  const install = lines.slice(behind.endLine, instruction.endLine);
  const copy = lines.slice(at, behind.endLine);
  return withLines([...lines.slice(0, at), first, ...install, ...copy, ...lines.slice(instruction.endLine)]);
}
