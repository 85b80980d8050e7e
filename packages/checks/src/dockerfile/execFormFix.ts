// The exec form of a start command that needs no shell.
import type { Fix, ObjectView } from '@maturity-roadmap/engine';
import type { Dockerfile, Instruction } from '../repository';
import { editDockerfile, replaced } from '../repository';

/** Words that mean to a shell just what they mean to the kernel. */
const plain = /^[\w./:@%+-][\w./:=@%+,-]*( [\w./:=@%+,-]+)*$/;
/** A variable before a command, and commands that only a shell has. */
const shellOnly = /^(\w+=|(cd|export|set|source|exec|eval|ulimit|umask|trap|\.) )/;
const singleQuoted = /^\[\s*'[^'"\\]*'(\s*,\s*'[^'"\\]*')*\s*\]$/;

const toJson = (script: string) =>
  `[${script
    .split(' ')
    .map(word => JSON.stringify(word))
    .join(', ')}]`;

/** The argument in exec form; undefined where a shell does something to it. */
function execForm({ json, text }: Instruction): string | undefined {
  if (singleQuoted.test(text)) return text.replaceAll("'", '"');
  if (json && (json.length !== 3 || json[1] !== '-c')) return undefined;
  const script = json ? json[2] : text;
  return plain.test(script) && !shellOnly.test(script) ? toJson(script) : undefined;
}

/** Writes the instruction in exec form, whatever stands before its argument. */
export function execFormFix(
  dockerfile: Dockerfile,
  instruction: Instruction,
  index: ObjectView<'repository/v1/Dockerfile'>,
): Fix | undefined {
  const exec = execForm(instruction);
  if (!exec || instruction.line !== instruction.endLine) return undefined;
  const change = replaced(dockerfile, instruction, /(?<=^\s*[A-Za-z]+\s+)\S.*$/, exec);
  return editDockerfile(dockerfile, [change], index);
}
