// The images from outside that a Dockerfile builds on or copies from.
import type { Dockerfile, ImageSource, Instruction } from '../repository';
import { copied, mountsOf, sourceNamed } from '../repository';

/** One place where a Dockerfile names something to take files from. */
export interface ImageUse {
  instruction: Instruction;
  source: ImageSource;
}

/** Every FROM, `COPY --from` and `RUN --mount=from=` in the order of the file. */
export function imageUses(dockerfile: Dockerfile): ImageUse[] {
  return dockerfile.stages.flatMap(stage => [
    { instruction: stage.from, source: stage.base },
    ...stage.instructions.flatMap(instruction => {
      const named = [copied(instruction)?.from, ...mountsOf(instruction).map(mount => mount.from)];
      return named.flatMap(name => (name ? { instruction, source: sourceNamed(name, stage, dockerfile) } : []));
    }),
  ]);
}
