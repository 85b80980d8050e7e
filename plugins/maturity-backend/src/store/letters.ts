// Verdicts as one letter each, so that a row tells all of a component's topics and checks.
import type { Verdict } from '@maturity-roadmap/engine';

const letterOf: Record<Verdict, string> = { fail: 'f', unknown: 'u', warn: 'w', pass: 'p', notApplicable: 'n' };
const verdictBy = new Map(Object.entries(letterOf).map(([verdict, letter]) => [letter, verdict as Verdict]));

/** Stands where there is no verdict. */
const absent = '-';

/** One letter for each of the ids, in their order. */
export const toLetters = (ids: readonly string[], verdictOf: (id: string) => Verdict | undefined): string =>
  ids.map(id => letterOf[verdictOf(id) ?? ('' as Verdict)] ?? absent).join('');

/** The verdict that a letter stands for; undefined if there is none. */
export const fromLetter = (letter: string | undefined): Verdict | undefined => verdictBy.get(letter ?? absent);

/** The letters of some verdicts. */
export const lettersOf = (verdicts: readonly Verdict[]): string[] => verdicts.map(verdict => letterOf[verdict]);
