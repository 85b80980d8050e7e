// A Dockerfile as the checks see it: stages that build on each other, with their instructions and line numbers.
import type { RepositoryFile } from '@maturity-roadmap/engine';

/** Something a Dockerfile takes files from: an earlier stage, an image, or what can't be told before a build. */
export type ImageSource =
  | { kind: 'stage'; stage: Stage }
  | { kind: 'scratch' }
  /** `name` has its variables replaced. */
  | { kind: 'image'; name: string }
  /** Names build arguments that have no default. */
  | { kind: 'unresolved'; variables: readonly string[] };

export interface Instruction {
  /** Upper case. */
  keyword: string;
  /** Counted from 1. */
  line: number;
  /** Of its last line: with continuation lines and heredocs. */
  endLine: number;
  /** Arguments behind the flags, continuation lines joined, comments dropped; the bodies of heredocs follow. */
  text: string;
  /** `--name=value`; a flag may occur several times. */
  flags: readonly { name: string; value: string }[];
  words: readonly string[];
  /** Strings of the JSON (exec) form; undefined in shell form, which is also what malformed JSON becomes. */
  json?: readonly string[];
  /** Names and values of ARG, ENV and LABEL, quotes removed; a value is undefined if none is written. */
  pairs: readonly { name: string; value?: string }[];
  /** Bodies of heredocs. */
  heredocs: readonly string[];
}

export interface Stage {
  /** Counted from 0, as `COPY --from=0` does. */
  index: number;
  name?: string;
  from: Instruction;
  base: ImageSource;
  /** Without its FROM. */
  instructions: readonly Instruction[];
}

export interface Dockerfile {
  file: RepositoryFile;
  /** ARG before the first FROM: visible to FROM lines only. */
  globalArguments: readonly Instruction[];
  stages: readonly Stage[];
  /** What a builder would refuse; the model beside it is a best effort. */
  problems: readonly { line: number; message: string }[];
}

/** `line 12`: where in the file an instruction stands, for evidence. */
export const lineOf = ({ line }: { line: number }): string => `line ${line}`;

/**
 * The stages that make up an image: the stage itself, the stage it is built FROM, and so on down to the one that
 * builds on an external image.
 */
export function stageChain(stage: Stage): Stage[] {
  const chain = [stage];
  for (let base = stage.base; base.kind === 'stage'; base = base.stage.base) chain.push(base.stage);
  return chain;
}

/**
 * The stages of the image that is shipped. That is the last stage: a `target` in a compose file or pipeline is mostly
 * there for development.
 */
export function finalChain(dockerfile: Dockerfile): Stage[] {
  const last = dockerfile.stages.at(-1);
  return last ? stageChain(last) : [];
}

/** What the final stage is built on in the end. */
export const finalBase = (dockerfile: Dockerfile): ImageSource | undefined => finalChain(dockerfile).at(-1)?.base;

/** The last instruction of a keyword in the nearest stage of a chain that has one: the one that takes effect. */
export function effective(
  chain: readonly Stage[],
  keyword: string,
): { stage: Stage; instruction: Instruction } | undefined {
  for (const stage of chain) {
    const instruction = stage.instructions.findLast(one => one.keyword === keyword);
    if (instruction) return { stage, instruction };
  }
  return undefined;
}
