// How the stages of a Dockerfile refer to each other, and where they do it wrongly.
import type { Dockerfile, Instruction, Stage } from '../repository';
import { copied, mountsOf, sourceNamed } from '../repository';

const namesUsed = (instruction: Instruction) =>
  [copied(instruction)?.from, ...mountsOf(instruction).map(mount => mount.from)].filter(name => name !== undefined);

/** Names of stages that are taken twice, or used before they are defined. */
export function faultyReferences(
  dockerfile: Dockerfile,
): { instruction: Instruction; observed: string; expected: string }[] {
  const { stages } = dockerfile;
  return stages.flatMap(stage => {
    const isDuplicate = stage.name !== undefined && stages.slice(0, stage.index).some(one => one.name === stage.name);
    const duplicate = isDuplicate
      ? [{ instruction: stage.from, observed: `the name ${stage.name} is taken`, expected: 'a name of its own' }]
      : [];
    const later = stages.slice(stage.index);
    const early = stage.instructions.flatMap(instruction =>
      namesUsed(instruction)
        .filter(name => sourceNamed(name, stage, dockerfile).kind !== 'stage')
        .filter(name => /^\d+$/.test(name) || later.some(one => one.name === name.toLowerCase()))
        .map(name => ({ instruction, observed: `no stage ${name} before it`, expected: 'an earlier stage' })),
    );
    return [...duplicate, ...early];
  });
}

/** Variables of a name, however written: `$NAME`, `${NAME}`, `${NAME:-default}`. */
const variable = /\$(?:\{[^}]*\}|\w+)/;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Stages that a FROM with variables means for some value: `FROM base-${TARGETARCH}` means one for each platform. */
function choicesOf(stage: Stage, { stages }: Dockerfile): Stage[] {
  const [image = ''] = stage.from.words;
  const parts = image.toLowerCase().split(variable);
  if (parts.length === 1) return [];
  const pattern = new RegExp(`^${parts.map(escaped).join('.*')}$`);
  return stages.slice(0, stage.index).filter(({ name }) => name !== undefined && pattern.test(name));
}

/** Stages that the last stage does not need for any value of its variables, neither as base nor to copy from. */
export function unusedStages(dockerfile: Dockerfile): Stage[] {
  const used = new Set<Stage>();
  const visit = (stage: Stage) => {
    if (used.has(stage)) return;
    used.add(stage);
    if (stage.base.kind === 'stage') visit(stage.base.stage);
    choicesOf(stage, dockerfile).forEach(visit);
    for (const name of stage.instructions.flatMap(namesUsed)) {
      const source = sourceNamed(name, stage, dockerfile);
      if (source.kind === 'stage') visit(source.stage);
    }
  };
  const last = dockerfile.stages.at(-1);
  if (last) visit(last);
  return dockerfile.stages.filter(stage => !used.has(stage));
}
