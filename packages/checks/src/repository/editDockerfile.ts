// Changes of a Dockerfile line by line, which leave its comments and its formatting alone.
import type { FileEdit, ObjectView } from '@maturity-roadmap/engine';
import { editFile, linesOfText } from '@maturity-roadmap/engine';
import type { Dockerfile, Instruction } from './Dockerfile';

/** The lines of an instruction as they are written. */
export const writtenLines = ({ file }: Dockerfile, { line, endLine }: Instruction): string[] =>
  linesOfText(file.text).slice(line - 1, endLine);

/** Lines that replace those of an instruction, or stand before or behind them. */
export type InstructionChange = { instruction: Instruction } & (
  { lines: readonly string[] } | { before: readonly string[] } | { after: readonly string[] }
);

function placed(change: InstructionChange, written: readonly string[]): readonly string[] {
  if ('lines' in change) return change.lines;
  return 'before' in change ? [...change.before, ...written] : [...written, ...change.after];
}

/**
 * Changes instructions of a Dockerfile, one change each.
 *
 * @returns undefined where a change is missing, or the file can't be shown as it would be
 */
export function editDockerfile(
  dockerfile: Dockerfile,
  changes: readonly (InstructionChange | undefined)[],
  index: ObjectView<'repository/v1/Dockerfile'>,
): FileEdit | undefined {
  const known = changes.filter(change => change !== undefined);
  // Of a heredoc only the opening is an instruction of its own.
  if (known.length < changes.length || known.some(({ instruction }) => instruction.heredocs.length > 0))
    return undefined;
  const lines = linesOfText(dockerfile.file.text);
  for (const change of [...known].sort((a, b) => b.instruction.line - a.instruction.line)) {
    const { line } = change.instruction;
    const written = writtenLines(dockerfile, change.instruction);
    lines.splice(line - 1, written.length, ...placed(change, written));
  }
  return editFile(index.ref(dockerfile.file), dockerfile.file, `${lines.join('\n')}\n`);
}

/**
 * The same instruction with a piece of text replaced.
 *
 * @returns undefined unless the piece stands in one of its lines, once
 */
export function replaced(
  dockerfile: Dockerfile,
  instruction: Instruction,
  piece: RegExp,
  by: string,
): InstructionChange | undefined {
  const written = writtenLines(dockerfile, instruction);
  const all = new RegExp(piece.source, 'g');
  if (written.join('\n').match(all)?.length !== 1) return undefined;
  const lines = written.map(line => line.replace(all, by));
  return lines.join('\n') === written.join('\n') ? undefined : { instruction, lines };
}
