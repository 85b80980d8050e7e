// Finds what a builder refuses in a Dockerfile, so that a broken file is reported instead of judged.
import type { Instruction } from './Dockerfile';

/** See https://docs.docker.com/reference/dockerfile/#overview */
const keywords = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);

/** These may stand empty: `CMD []` and `ENTRYPOINT []` take back what a base image sets. */
const mayBeEmpty = new Set(['CMD', 'ENTRYPOINT']);

function problemOf(instruction: Instruction & { openHeredoc: boolean }, isFirstStage: boolean): string | undefined {
  const { keyword, words, openHeredoc, json, heredocs } = instruction;
  // A stray line may be anything, also a secret; only a plain word is repeated.
  if (!keywords.has(keyword)) return `${/^[A-Z]{1,20}$/.test(keyword) ? keyword : 'this'} is no Dockerfile instruction`;
  if (isFirstStage && keyword !== 'FROM' && keyword !== 'ARG') return `${keyword} stands before the first FROM`;
  if (openHeredoc) return `the heredoc of ${keyword} has no end`;
  if (words.length === 0 && !mayBeEmpty.has(keyword)) return `${keyword} has no arguments`;
  if (keyword === 'FROM' && words.length !== 1 && !(words.length === 3 && words[1].toUpperCase() === 'AS')) {
    return 'FROM takes an image and an optional AS name';
  }
  const operands = json ?? words;
  if ((keyword === 'COPY' || keyword === 'ADD') && heredocs.length === 0 && operands.length < 2) {
    return `${keyword} needs a source and a destination`;
  }
  return undefined;
}

/** Problems in the order of their lines. */
export function syntaxProblems(
  instructions: readonly (Instruction & { openHeredoc: boolean })[],
): { line: number; message: string }[] {
  if (instructions.length === 0) return [{ line: 1, message: 'the file has no instructions' }];
  const problems: { line: number; message: string }[] = [];
  let started = false;
  for (const instruction of instructions) {
    const message = problemOf(instruction, !started);
    if (message) problems.push({ line: instruction.line, message });
    started ||= instruction.keyword === 'FROM';
  }
  if (!started) problems.push({ line: instructions[0].line, message: 'the file has no FROM' });
  return problems;
}
