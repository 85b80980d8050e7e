// The worse of verdicts, where several places are summed up in one.
import type { Verdict } from './verdicts';
import { verdicts } from './verdicts';

const ranks = Object.fromEntries(verdicts.map((verdict, rank) => [verdict, rank])) as Readonly<Record<Verdict, number>>;

/**
 * The worse of two verdicts in the order of {@link verdicts}.
 *
 * @public
 */
export function worseVerdict(a: Verdict, b: Verdict): Verdict {
  return a !== b && ranks[b] < ranks[a] ? b : a;
}

/**
 * The worst of several verdicts in the order of {@link verdicts}; `notApplicable` if there are none.
 *
 * @public
 */
export function worstVerdict(several: Iterable<Verdict>): Verdict {
  let worst: Verdict = 'notApplicable';
  for (const one of several) worst = worseVerdict(worst, one);
  return worst;
}
