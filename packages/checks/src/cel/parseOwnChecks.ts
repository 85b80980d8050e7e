// Reads own checks from text, and says with file and line what in them can't be used.
import type { Check, Problem } from '@maturity-roadmap/engine';
import { topicTitles } from '@maturity-roadmap/roadmap';
import type { Document } from 'yaml';
import { LineCounter, isScalar, parseAllDocuments } from 'yaml';
import type { OwnCheck } from './OwnCheck';
import type { ExpressionFault, Program } from './Program';
import { readDocument } from './readDocument';
import { compile, toCheck } from './toCheck';

/**
 * Own checks, and what in their documents can't be used.
 *
 * @public
 */
export interface OwnChecks {
  checks: Check[];
  problems: Problem[];
}

const topicIds = Object.keys(topicTitles);

type Path = readonly (string | number)[];

/**
 * Reads own checks: documents of `apiVersion: maturity/v1` and `kind: Check`, and ValidatingAdmissionPolicies of
 * Kubernetes as they are. Other documents are passed over, so that a folder of policies may hold their bindings too.
 *
 * A check of which a field is missing is left out; one of which an expression is broken stays and answers `unknown`,
 * with the place. Both are said.
 *
 * @param text - YAML, of one or more documents
 * @param file - its name, for problems
 * @public
 */
export function parseOwnChecks(text: string, file: string): OwnChecks {
  const lineCounter = new LineCounter();
  const result: OwnChecks = { checks: [], problems: [] };
  for (const document of parseAllDocuments(text, { lineCounter, prettyErrors: false })) {
    const lineAt = (offset: number) => lineCounter.linePos(offset).line;
    const report = (line: number, message: string) => result.problems.push({ file, line, message });
    const [error] = document.errors;
    if (error) {
      report(lineAt(error.pos[0]), `not valid YAML: ${error.message}. Mend the syntax.`);
      continue;
    }
    const read = readDocument(document.toJS() as unknown);
    if (!read) continue;
    const lineOf = (path: Path) => lineAt(offsetOf(document, path));
    for (const { path, message } of read.problems) report(lineOf(path), message);
    if (!topicIds.includes(read.own.topic) && read.own.topic !== '') {
      report(lineOf(['spec', 'topic']), `"${read.own.topic}" is not a topic. Topics: ${topicIds.join(', ')}.`);
      continue;
    }
    if (read.problems.length > 0) continue;
    const compiled = compile(read.own);
    for (const { path, program } of programsOf(read.own, compiled))
      if (program.fault) report(lineOf(path) + linesInto(document, path, program.fault), describe(path, program.fault));
    result.checks.push(toCheck(read.own, compiled));
  }
  return result;
}

function describe(path: Path, { message, column, line }: ExpressionFault): string {
  return `${path.join('.')} is broken at line ${line}, column ${column} of the expression: ${message}. The check answers unknown.`;
}

/** A block scalar starts on the line behind its header. */
function linesInto(document: Document, path: Path, { line }: ExpressionFault): number {
  const node = document.getIn(path, true);
  const isBlock = isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL');
  return isBlock ? line : line - 1;
}

/** Offset of the deepest node on a path that is there. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function programsOf(own: OwnCheck, compiled: ReturnType<typeof compile>): { path: Path; program: Program }[] {
  return [
    ...compiled.conditions.map((program, at) => ({ path: ['spec', 'matchConditions', at, 'expression'], program })),
    ...own.variables.map(({ name }, at) => ({
      path: ['spec', 'variables', at, 'expression'],
      program: compiled.variables.get(name)!,
    })),
    ...compiled.validations.flatMap(({ program, messageProgram }, at) => [
      { path: ['spec', 'validations', at, 'expression'], program },
      ...(messageProgram ? [{ path: ['spec', 'validations', at, 'messageExpression'], program: messageProgram }] : []),
    ]),
  ];
}
