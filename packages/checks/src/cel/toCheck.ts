// Makes a check of an own check's document: the same metadata, verdicts and evidence as those written in code.
import type { Check, CheckResult, Evidence, KubernetesObject, ObjectView, Workload } from '@maturity-roadmap/engine';
import { failIfAny, notApplicable, pass, unknown } from '@maturity-roadmap/engine';
import { toCel } from './environment';
import type { OwnCheck, Validation } from './OwnCheck';
import { Program } from './Program';
import { subjectsOf } from './subjects';

type Context = Record<string, unknown>;

interface CompiledValidation extends Validation {
  program: Program;
  messageProgram?: Program;
}

/** An expression that could not be evaluated, so that nothing is known. */
class Undecided extends Error {}

function valueOf(program: Program, context: Context): unknown {
  const outcome = program.evaluate(context);
  if ('error' in outcome) throw new Undecided(outcome.error);
  return outcome.value;
}

function truthOf(program: Program, context: Context): boolean {
  const value = valueOf(program, context);
  if (typeof value === 'boolean') return value;
  throw new Undecided(`${program.shortened} gives neither true nor false`);
}

function messageOf({ message, messageProgram, program }: CompiledValidation, context: Context): string {
  const outcome = messageProgram?.evaluate(context);
  const computed = outcome && 'value' in outcome && typeof outcome.value === 'string' ? outcome.value.trim() : '';
  return computed || message || `not true: ${program.shortened}`;
}

/** Variables are evaluated when an expression asks for them, each at most once. */
function withVariables(context: Context, variables: ReadonlyMap<string, Program>): Context {
  const values: Context = {};
  const whole = { ...context, variables: values };
  for (const [name, program] of variables) {
    Object.defineProperty(values, name, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = valueOf(program, whole);
        Object.defineProperty(values, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return whole;
}

/** All programs of a document, compiled once. */
export function compile(own: OwnCheck) {
  return {
    conditions: own.matchConditions.map(({ expression }) => new Program(expression)),
    variables: new Map(own.variables.map(({ name, expression }) => [name, new Program(expression)])),
    validations: own.validations.map((validation): CompiledValidation => {
      const { expression, messageExpression } = validation;
      const program = new Program(expression);
      return {
        ...validation,
        program,
        ...(messageExpression ? { messageProgram: new Program(messageExpression) } : {}),
      };
    }),
  };
}

/** A check that evaluates an own check's expressions. */
export function toCheck(own: OwnCheck, compiled: ReturnType<typeof compile>): Check {
  const { matchConditions: _, variables: __, validations: ___, params, constraints, ...metadata } = own;

  const judgeObject = (
    object: KubernetesObject,
    workload: Workload,
    namespaceObject: unknown,
  ): Evidence[] | undefined => {
    const base = { object: toCel(object), namespaceObject: toCel(namespaceObject), params: toCel(params) };
    const context = withVariables(base, compiled.variables);
    if (compiled.conditions.some(condition => !truthOf(condition, context))) return undefined;
    return compiled.validations
      .filter(({ program }) => !truthOf(program, context))
      .map(validation => ({
        object: workload.ref,
        path: validation.path ?? 'spec',
        observed: `not true: ${validation.program.shortened}`,
        expected: messageOf(validation, context),
      }));
  };

  const evaluate = (workload: Workload, index: ObjectView<'v1/Namespace'>): CheckResult => {
    const isRead = index.state('v1/Namespace').state === 'synced';
    const namespaceObject = (isRead && index.find('v1/Namespace', workload.namespace)) || undefined;
    const labels = { 'kubernetes.io/metadata.name': workload.namespace, ...namespaceObject?.metadata.labels };
    try {
      const judged = subjectsOf(workload, constraints, labels).flatMap(object => {
        const evidence = judgeObject(object, workload, namespaceObject ?? null);
        return evidence ? [evidence] : [];
      });
      if (judged.length === 0) return notApplicable(`it is not meant: ${own.appliesWhen}`);
      const reason = (rows: readonly Evidence[]) => [...new Set(rows.map(({ expected }) => expected))].join('; ');
      return failIfAny(judged.flat(), reason, () => pass(own.title));
    } catch (error) {
      if (error instanceof Undecided) return unknown('unresolvable', error.message);
      throw error;
    }
  };
  return { ...metadata, subject: 'workload', reads: ['v1/Namespace'], evaluate: evaluate as never };
}
