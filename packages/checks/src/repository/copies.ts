// What COPY and ADD bring into a stage, whatever form they are written in.
import type { Instruction } from './Dockerfile';

/** Files that one COPY or ADD copies. */
export interface Copied {
  instruction: Instruction;
  /** As written, without heredocs; paths start at the build context or at the root of `from`. */
  sources: readonly string[];
  destination: string;
  /** Stage or image named by `--from`; undefined if the files come from the build context. */
  from?: string;
}

/** Undefined if the instruction is neither COPY nor ADD. */
export function copied(instruction: Instruction): Copied | undefined {
  const { keyword, json, words, flags } = instruction;
  if (keyword !== 'COPY' && keyword !== 'ADD') return undefined;
  const operands = (json ?? words).filter(word => !word.startsWith('<<'));
  const from = flags.find(flag => flag.name === 'from')?.value;
  return {
    instruction,
    sources: operands.slice(0, -1),
    destination: operands.at(-1) ?? '',
    ...(from === undefined ? {} : { from }),
  };
}

/** Copies from the build context in the order they are made. */
export function contextCopies(instructions: readonly Instruction[]): Copied[] {
  return instructions.flatMap(instruction => copied(instruction) ?? []).filter(copy => copy.from === undefined);
}

/** Whether a source is the whole build context. */
export const isWholeContext = (source: string): boolean => /^\.?\/?(\*|\.)?$/.test(source);

/** Options of each `--mount` of a RUN, e.g. `{ type: 'cache', target: '/root/.npm' }`. */
export function mountsOf(instruction: Instruction): Record<string, string>[] {
  return instruction.flags
    .filter(flag => flag.name === 'mount')
    .map(flag =>
      Object.fromEntries(
        flag.value.split(',').map(option => {
          const [name, ...value] = option.split('=');
          return [name.toLowerCase(), value.join('=')];
        }),
      ),
    );
}
