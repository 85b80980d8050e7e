// Splits what RUN executes into single commands, well enough to recognise installers and builders by their names.
import type { Instruction } from './Dockerfile';
import { parsedOnce } from './parsedOnce';

/** One simple command: `npm ci --omit=dev` is program `npm` with two arguments. */
export interface Command {
  program: string;
  args: readonly string[];
}

const token = /"(?:\\.|[^"\\])*"|'[^']*'|\\.|&&|\|\||[;|&\n(){}]|[^\s;|&(){}"'\\]+/g;
const separators = new Set(['&&', '||', ';', '|', '&', '\n', '(', ')', '{', '}']);
/** Words that only lead to the command behind them. */
const prefixes = new Set([
  'sudo',
  'exec',
  'time',
  'env',
  'if',
  'then',
  'else',
  'elif',
  'do',
  'while',
  'until',
  '!',
  'command',
  'nice',
]);

const unquote = (word: string) =>
  word.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'/g, (_all, double, single) => double ?? single);

function toCommand(words: readonly string[]): Command[] {
  const start = words.findIndex(word => !prefixes.has(word) && !/^\w+=/.test(word));
  if (start < 0) return [];
  const [program, ...args] = words.slice(start);
  return [{ program: program.slice(program.lastIndexOf('/') + 1), args }];
}

/** Words that touch each other in the text are one word: `--path="a b"/c`. */
function wordsOf(script: string): string[] {
  const words: string[] = [];
  let end = -1;
  for (const match of script.matchAll(token)) {
    const text = match[0];
    const glued = match.index === end && words.length > 0 && !separators.has(text) && !separators.has(words.at(-1)!);
    if (glued) words[words.length - 1] += unquote(text);
    else words.push(unquote(text));
    end = match.index + text.length;
  }
  return words;
}

/** The commands of a shell script, in order. Quoted text is one word; what it holds is not looked into. */
export function commandsIn(script: string): Command[] {
  const commands: Command[] = [];
  let words: string[] = [];
  for (const word of [...wordsOf(script.replace(/^\s*#.*$/gm, '').replace(/\\\r?\n/g, ' ')), ';']) {
    if (separators.has(word)) {
      commands.push(...toCommand(words));
      words = [];
    } else words.push(word);
  }
  return commands;
}

function split(instruction: Instruction): Command[] {
  if (instruction.json) {
    const [shell, flag, script] = instruction.json;
    return /(^|\/)(ba|da|a|z)?sh$/.test(shell ?? '') && flag?.endsWith('c') && script
      ? commandsIn(script)
      : toCommand(instruction.json);
  }
  if (instruction.heredocs.length === 0) return commandsIn(instruction.text);
  const [opening] = instruction.text.split('\n');
  return [opening.replace(/\d*<<-?\s*["']?\w+["']?/g, ''), ...instruction.heredocs].flatMap(commandsIn);
}

/** The commands of a RUN instruction: shell form, exec form (also `["sh", "-c", "…"]`) or heredoc. */
export const commandsOf = parsedOnce(split);

/**
 * A command as short text for evidence. Credentials in URLs and values given as `name=value` are left out, since
 * either may be a secret.
 */
export function shown({ program, args }: Command): string {
  const text = [program, ...args]
    .map(word =>
      word.replace(/:\/\/[^\s/@]*@/g, '://…@').replace(/^(-*\w*(?:token|secret|pass|key|auth)[\w-]*=).*/i, '$1…'),
    )
    .join(' ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
