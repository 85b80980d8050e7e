// Notices when a check comes to mean something else: the same fixture gets another verdict.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allChecks, standardVersion } from '@maturity-roadmap/checks';
import type { Check } from '@maturity-roadmap/engine';
import type { Fixture } from '@maturity-roadmap/engine/testing';
import { fixturesOf } from './fixturesOf';

/** What was judged when this was last written: by check, how many revisions it had, and its fixtures with verdicts. */
export type Meaning = Record<
  string,
  { revisions: number; fixtures: Record<string, { verdict: string; print: string }> }
>;

/** Beside the versions of the standard: of each version what it asks, and of the last one how it judges. */
export const meaningFile = 'packages/checks/meaning.json';

/** What a fixture holds, without the lines that say what is expected, and without its name, which is the verdict. */
function printOf({ files }: Fixture): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) {
    hash.update(files.length > 1 ? `${path}\n` : '');
    hash.update(text.replace(/^\s*(#|\/\/) (expect|fix): .*\n/gm, ''));
  }
  return hash.digest('hex').slice(0, 12);
}

/** How all checks judge their fixtures. */
export function meaningNow(root: string): Meaning {
  const entries = [...allChecks]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(check => {
      const fixtures = fixturesOf(root, check).map(fixture => {
        const { verdict } = fixture.result;
        return [fixture.name, { verdict, print: printOf(fixture) }] as const;
      });
      return [check.id, { revisions: check.revisions?.length ?? 0, fixtures: Object.fromEntries(fixtures) }] as const;
    });
  return Object.fromEntries(entries);
}

/** As it was written last; empty before the first time. */
export function meaningBefore(root: string): Meaning {
  try {
    return JSON.parse(readFileSync(join(root, meaningFile), 'utf8')) as Meaning;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return {};
    throw new Error(`${meaningFile} can't be read: restore it from git`);
  }
}

/** `fail-one-node.yaml` and `warn-one-node.yaml` are about the same. */
const subjectOf = (name: string) => name.replace(/^[a-z]+-?/, '').replace(/\.\w+$/, '');

/** Fixtures by what makes two of them the same, with the one verdict that they have; several are about several things. */
function verdictsBy(
  fixtures: Meaning[string]['fixtures'],
  keyOf: (name: string, print: string) => string,
): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const [name, { verdict, print }] of Object.entries(fixtures)) {
    const key = keyOf(name, print);
    found.set(key, found.has(key) && found.get(key) !== verdict ? undefined : verdict);
  }
  return found;
}

/** The first fixture that is judged otherwise, by what it holds or else by its name. */
function changedVerdict(before: Meaning[string], after: Meaning[string]): string | undefined {
  for (const keyOf of [(_name: string, print: string) => print, subjectOf]) {
    const old = verdictsBy(before.fixtures, keyOf);
    const now = verdictsBy(after.fixtures, keyOf);
    for (const [key, verdict] of now) {
      const was = old.get(key);
      if (!was || !verdict || was === verdict) continue;
      const name = Object.keys(after.fixtures).find(one => keyOf(one, after.fixtures[one].print) === key);
      return `${name} was judged ${was} and now is judged ${verdict}`;
    }
  }
  return undefined;
}

/** Checks that judge a fixture otherwise than before without one more entry in their revisions, one message each. */
export function unsaidChanges(before: Meaning, after: Meaning): string[] {
  return Object.entries(after).flatMap(([id, now]) => {
    const was = before[id];
    const changed = was && now.revisions <= was.revisions ? changedVerdict(was, now) : undefined;
    if (!changed) return [];
    return [`${id}: ${changed}. Say so in its metadata: revisions: [{ since: '${standardVersion}', what: '…' }]`];
  });
}

const numbers = (version: string) => version.split('.').map(Number);

/** Revisions that can't be: of a version that is to come, out of order, or without a sentence. */
export function oddRevisions(checks: readonly Pick<Check, 'id' | 'revisions'>[], version = standardVersion): string[] {
  const isAfter = (a: string, b: string) => {
    const [[major, minor], [otherMajor, otherMinor]] = [numbers(a), numbers(b)];
    return major > otherMajor || (major === otherMajor && minor > otherMinor);
  };
  return checks.flatMap(({ id, revisions = [] }) =>
    revisions.flatMap(({ since, what }, at) => {
      if (!/^\d+\.\d+$/.test(since) || isAfter(since, version))
        return [`${id}: revision since ${since}: write a version of the standard up to ${version}`];
      if (at > 0 && isAfter(revisions[at - 1].since, since)) return [`${id}: revisions stand oldest first`];
      return /^\S.*\.$/.test(what)
        ? []
        : [`${id}: revision since ${since}: say in one sentence what is judged otherwise`];
    }),
  );
}
