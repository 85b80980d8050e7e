// Installs of system packages that leave nothing behind, and take fresh lists.
import type { Fix, ObjectView } from '@maturity-roadmap/engine';
import type { Dockerfile, Instruction, InstructionChange } from '../repository';
import { commandsOf, editDockerfile, writtenLines } from '../repository';
import type { HygieneFault } from './packageHygiene';

/** A fault and the RUN that it was found in. */
export type PlacedFault = HygieneFault & { instruction: Instruction };

const indentOf = (line: string) => /^\s*/.exec(line)![0];

/** One more command at the end of a RUN, on a line of its own where there are several. */
function appended(lines: readonly string[], command: string): string[] {
  const last = lines[lines.length - 1];
  if (lines.length === 1) return [`${last} && ${command}`];
  return [...lines.slice(0, -1), `${last} \\`, `${indentOf(last) || '    '}&& ${command}`];
}

const noCache = (lines: readonly string[]) =>
  lines.map(line => line.replace(/\bapk add(?! --no-cache)\b/g, 'apk add --no-cache'));

/** The lines of a RUN without a fault; undefined where people have to say what they need. */
function mended(lines: readonly string[], { observed }: HygieneFault): string[] | undefined {
  if (observed === 'package lists stay') return appended(lines, 'rm -rf /var/lib/apt/lists/*');
  if (observed === 'the index of apk stays') return noCache(lines);
  const [, program] = /^the cache of (\w+) stays$/.exec(observed) ?? [];
  return program ? appended(lines, `${program} clean all`) : undefined;
}

/** An update that does nothing else, directly before the install: it becomes the first command of the install. */
function joined(dockerfile: Dockerfile, faults: readonly PlacedFault[]): InstructionChange[] | undefined {
  const [update, install, another] = faults.map(({ instruction }) => instruction);
  if (!install || another || update.flags.length + install.flags.length > 0) return undefined;
  const steps = dockerfile.stages.flatMap(({ instructions }) => instructions);
  const isNext = steps.indexOf(update) + 1 === steps.indexOf(install) && update.line < install.line;
  if (!isNext || commandsOf(update).length !== 1 || update.line !== update.endLine) return undefined;
  const [first, ...rest] = writtenLines(dockerfile, install);
  const lines = [first.replace(/^(\s*[A-Za-z]+\s+)/, (_all, run: string) => `${run}${update.text} && `), ...rest];
  return [
    { instruction: update, lines: [] },
    { instruction: install, lines },
  ];
}

/** Mends every fault of a Dockerfile, or none: what is left would still be found. */
export function hygieneFix(
  dockerfile: Dockerfile,
  faults: readonly PlacedFault[],
  index: ObjectView<'repository/v1/Dockerfile'>,
): Fix | undefined {
  if (faults.every(({ kind }) => kind === 'stale')) {
    const changes = joined(dockerfile, faults);
    return changes && editDockerfile(dockerfile, changes, index);
  }
  const instructions = [...new Set(faults.map(({ instruction }) => instruction))];
  const changes = instructions.map(instruction => {
    const own = faults.filter(one => one.instruction === instruction);
    const written: readonly string[] | undefined = instruction.json ? undefined : writtenLines(dockerfile, instruction);
    const lines = own.reduce<readonly string[] | undefined>((all, fault) => all && mended(all, fault), written);
    return lines && { instruction, lines };
  });
  return editDockerfile(dockerfile, changes, index);
}
