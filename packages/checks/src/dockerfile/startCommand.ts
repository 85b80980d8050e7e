// The instruction that starts an image, and the form it is written in.
import type { Dockerfile, Instruction, Stage } from '../repository';
import { effective, finalChain } from '../repository';

/** What is wrong with a form; `wrapped` is exec form that names a shell itself. */
export type CommandForm = 'exec' | 'shell' | 'malformed-json' | 'wrapped';

/** `exec` as the last command hands PID 1, and so the signals, to the process. */
const hasExec = (script: string) => /(^|[;&|\n]\s*)exec\s/.test(script);

export function formOf({ json, text }: Instruction): CommandForm {
  if (json) {
    const isShell = /(^|\/)(ba|da|a)?sh$/.test(json[0] ?? '') && json[1]?.endsWith('c');
    return isShell && !hasExec(json[2] ?? '') ? 'wrapped' : 'exec';
  }
  if (text.startsWith('[')) return 'malformed-json';
  return hasExec(text) ? 'exec' : 'shell';
}

/**
 * ENTRYPOINT and CMD that start the shipped image. A CMD that a base stage sets is void once a later stage sets an
 * ENTRYPOINT. See https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
 */
export function startInstructions(dockerfile: Dockerfile): Instruction[] {
  const chain = finalChain(dockerfile);
  const entrypoint = effective(chain, 'ENTRYPOINT');
  const command = effective(chain, 'CMD');
  const at = (found?: { stage: Stage }) => (found ? chain.indexOf(found.stage) : chain.length);
  const commandCounts = command && at(command) <= at(entrypoint);
  return [entrypoint?.instruction, commandCounts ? command.instruction : undefined].filter(one => one !== undefined);
}

/** Whether the stages set a SHELL, which tells that the shell is chosen on purpose. */
export const setsShell = (dockerfile: Dockerfile): boolean => effective(finalChain(dockerfile), 'SHELL') !== undefined;
