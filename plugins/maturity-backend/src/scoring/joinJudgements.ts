// Joins judgements of a component that was judged again before the first was stored.
import type { VerdictRecord } from '@maturity-roadmap/engine';
import type { Judgement } from './Judgement';

/** Verdicts in the order of their checks, with newer ones of some checks in place of those before. */
function replaced(before: readonly VerdictRecord[], after: readonly VerdictRecord[], only: ReadonlySet<string>) {
  const at = before.findIndex(({ check }) => only.has(check));
  const others = (some: readonly VerdictRecord[]) => some.filter(({ check }) => !only.has(check));
  if (at < 0) return [...before, ...after];
  return [...before.slice(0, at), ...after, ...others(before.slice(at))];
}

/** Two judgements of a component, one after the other, as one: with the cause of the first. */
export function joinJudgements(before: Judgement | undefined, after: Judgement): Judgement {
  if (!before) return after;
  const cause = before.cause ?? after.cause;
  const caused = cause ? { cause } : {};
  if (!after.only) return { ...after, ...caused };
  const records = replaced(before.records, after.records, after.only);
  const only = before.only && new Set([...before.only, ...after.only]);
  return { ...after, records, ...caused, only };
}
