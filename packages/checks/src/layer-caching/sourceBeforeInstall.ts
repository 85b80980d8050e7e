// Finds installs of dependencies that every change of source code makes run again.
import type { Dockerfile, Instruction } from '../repository';
import { commandsOf, contextCopies, isWholeContext, mountsOf, stageChain } from '../repository';
import type { DependencyInstall } from './dependencyInstalls';
import { dependencyInstall } from './dependencyInstalls';

export interface PlacedInstall extends DependencyInstall {
  instruction: Instruction;
  /** The copy of the whole context before it; undefined if the install is cached well. */
  behind?: Instruction;
  /** Downloads are kept in a cache mount, so that running again is cheap. */
  hasCacheMount: boolean;
}

const copiesAll = (instruction: Instruction) =>
  contextCopies([instruction]).some(copy => copy.sources.some(isWholeContext));

/** Every install in every stage; one that builds implicitly counts only if nothing was fetched before it. */
export function placedInstalls(dockerfile: Dockerfile): PlacedInstall[] {
  return dockerfile.stages.flatMap(stage => {
    let behind: Instruction | undefined;
    let fetched = false;
    const found: PlacedInstall[] = [];
    for (const instruction of stageChain(stage)
      .reverse()
      .flatMap(one => one.instructions)) {
      if (copiesAll(instruction)) behind ??= instruction;
      if (instruction.keyword !== 'RUN') continue;
      const hasCacheMount = mountsOf(instruction).some(mount => mount.type === 'cache');
      for (const command of commandsOf(instruction)) {
        const install = dependencyInstall(command);
        if (!install || (install.implicit && fetched)) continue;
        fetched = true;
        // What an earlier stage installs was judged with that stage.
        if (stage.instructions.includes(instruction))
          found.push({ ...install, instruction, ...(behind ? { behind } : {}), hasCacheMount });
      }
    }
    return found;
  });
}
