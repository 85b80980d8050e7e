// Turns the text of a Dockerfile into stages. `dockerfile-ast` reads the syntax, this adds what stages mean.
import type { RepositoryFile } from '@maturity-roadmap/engine';
import type { ModifiableInstruction, PropertyInstruction, Instruction as SyntaxNode } from 'dockerfile-ast';
import { DockerfileParser } from 'dockerfile-ast';
import type { Dockerfile, ImageSource, Instruction, Stage } from './Dockerfile';
import { parsedOnce } from './parsedOnce';
import { syntaxProblems } from './syntaxProblems';
import type { Scope } from './variables';
import { expand, globalScope } from './variables';

/** Syntax nodes differ by keyword; what all checks need is read off here once. */
type AnyNode = SyntaxNode &
  Partial<Pick<ModifiableInstruction, 'getFlags'>> &
  Partial<Pick<PropertyInstruction, 'getProperties'>>;

/** A heredoc of the syntax tree, as far as it is read. */
interface Heredoc {
  getContentRange(): { start: { line: number }; end: { line: number } } | null;
  getDelimiterRange(): object | null;
}

function jsonForm(text: string): string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every(item => typeof item === 'string') ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Joins continued lines; comment lines and empty lines between them are dropped, as a builder does. */
function joinLines(raw: string, escape: string): string {
  return raw
    .split(/\r?\n/)
    .filter((line, position) => position === 0 || !/^\s*(#|$)/.test(line))
    .map(line => line.trimEnd())
    .map(line => (line.endsWith(escape) ? line.slice(0, -1) : line))
    .join('')
    .trim();
}

const flagValue = (flag: string) => (flag.includes('=') ? flag.slice(flag.indexOf('=') + 1) : '');

function toInstruction(
  node: AnyNode,
  lines: readonly string[],
  escape: string,
): Instruction & { openHeredoc: boolean } {
  // Declared as protected in the base class, though public where heredocs may be.
  const heredocs = (node as unknown as { getHeredocs?: () => Heredoc[] }).getHeredocs?.() ?? [];
  const bodies = heredocs.map(heredoc => {
    const range = heredoc.getContentRange();
    return range ? lines.slice(range.start.line, range.end.line + 1).join('\n') : '';
  });
  const raw = node.getRawArgumentsContent() ?? '';
  const joined = joinLines(raw, escape);
  const text = heredocs.length > 0 ? raw.trim() : joined.replace(/\s+/g, ' ');
  return {
    keyword: node.getKeyword(),
    line: node.getRange().start.line + 1,
    endLine: node.getRange().end.line + 1,
    text,
    flags: (node.getFlags?.() ?? []).map(flag => ({
      name: flag.getName().toLowerCase(),
      value: flagValue(flag.toString()),
    })),
    words: (heredocs.length > 0 ? text.split('\n')[0] : text).split(/\s+/).filter(Boolean),
    json: jsonForm(joined),
    pairs: (node.getProperties?.() ?? []).map(pair => {
      const value = pair.getValue();
      return value === null ? { name: pair.getName() } : { name: pair.getName(), value };
    }),
    heredocs: bodies,
    openHeredoc: heredocs.some(heredoc => heredoc.getDelimiterRange() === null),
  };
}

/** Finds what a name means in FROM: an earlier stage of that name in any case, `scratch`, or an image. */
function baseOf(written: string, stages: readonly Stage[], scope: Scope): ImageSource {
  const { text, missing } = expand(written, scope);
  if (missing.length > 0) return { kind: 'unresolved', variables: missing };
  // Two stages of one name: the later one counts.
  const stage = stages.findLast(one => one.name === text.toLowerCase());
  if (stage) return { kind: 'stage', stage };
  return text === 'scratch' ? { kind: 'scratch' } : { kind: 'image', name: text };
}

/**
 * What `COPY --from` or `RUN --mount=from=` names, seen from a stage. An earlier stage goes by name or number; a later
 * stage can't be named, so the builder takes such a name for an image.
 */
export function sourceNamed(written: string, stage: Stage, dockerfile: Dockerfile): ImageSource {
  const earlier = dockerfile.stages.slice(0, stage.index);
  if (/^\d+$/.test(written) && earlier[Number(written)]) return { kind: 'stage', stage: earlier[Number(written)] };
  return baseOf(written, earlier, globalScope(dockerfile.globalArguments));
}

function parse(file: RepositoryFile): Dockerfile {
  // A byte order mark would be taken for the start of the first instruction.
  const source = file.text.replace(/^\uFEFF/, '');
  const lines = source.split(/\r?\n/);
  const syntax = DockerfileParser.parse(source);
  const escape = syntax.getEscapeCharacter();
  const instructions = syntax.getInstructions().map(node => toInstruction(node as AnyNode, lines, escape));
  const firstFrom = instructions.findIndex(one => one.keyword === 'FROM');
  const globalArguments = instructions.slice(0, Math.max(firstFrom, 0)).filter(one => one.keyword === 'ARG');
  const scope = globalScope(globalArguments);
  const stages: (Stage & { instructions: Instruction[] })[] = [];
  for (const instruction of firstFrom < 0 ? [] : instructions.slice(firstFrom)) {
    if (instruction.keyword !== 'FROM') {
      stages[stages.length - 1].instructions.push(instruction);
      continue;
    }
    const [image = '', as, name] = instruction.words;
    stages.push({
      index: stages.length,
      ...(as?.toUpperCase() === 'AS' && name ? { name: name.toLowerCase() } : {}),
      from: instruction,
      base: baseOf(image, stages, scope),
      instructions: [],
    });
  }
  return { file, globalArguments, stages, problems: syntaxProblems(instructions) };
}

/** The model of a Dockerfile. Never throws: what a builder would refuse is among its `problems`. */
export const parseDockerfile = parsedOnce(parse);
