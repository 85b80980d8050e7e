// Counts of verdicts by topic and by check, from the letters of rows.
import type { Share } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Verdict } from '@maturity-roadmap/engine';
import { repositoryEnvironment } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import type { Layouts } from './Layouts';
import { letterOfTopic } from './Layouts';
import { fromLetter } from './letters';
import type { ReportRow } from './rows';
import { addTo } from './shares';
import type { Visible } from './visibility';
import { whereVisible } from './visibility';

/** Shares of components by topic or check. */
export type Shares = Map<string, Share>;

/** Adds what letters say of some components. */
export function addLetters(shares: Shares, ids: readonly string[], letters: string, components: number): void {
  for (let at = 0; at < letters.length; at++) {
    const verdict = fromLetter(letters[at]);
    if (verdict) addTo(shares, ids[at], verdict, components);
  }
}

/** The verdicts that letters stand for, by topic or check. */
export const verdictsOf = (ids: readonly string[] = [], letters: string): Map<string, Verdict> =>
  new Map(
    ids.flatMap((id, at) => {
      const verdict = fromLetter(letters[at]);
      return verdict ? [[id, verdict] as const] : [];
    }),
  );

/** One statement: components that have the same letters are counted by the database. */
async function countLetters(knex: Knex, layouts: Layouts, column: 'topics' | 'checks', visible: Visible) {
  const rows: { layout: string; letters: string; components: number | string }[] = await whereVisible(
    knex<ReportRow>('maturity_reports'),
    visible,
  )
    .groupBy('layout', column)
    .select('layout', { letters: column })
    .count({ components: '*' });
  const byId = await layouts.byId();
  const shares: Shares = new Map();
  for (const { layout, letters, components } of rows)
    addLetters(shares, byId.get(layout)?.[column] ?? [], letters, Number(components));
  return shares;
}

/** Share of components that meet each topic. */
export const countTopics = (knex: Knex, layouts: Layouts, visible: Visible): Promise<Shares> =>
  countLetters(knex, layouts, 'topics', visible);

/** Share of components that pass each check. */
export const countChecks = (knex: Knex, layouts: Layouts, visible: Visible): Promise<Shares> =>
  countLetters(knex, layouts, 'checks', visible);

/** Where something final is known of a component, what is not final does not count. */
export function whereCounted<T extends Knex.QueryBuilder>(query: T, knex: Knex, part: string): T {
  const better = knex({ q: 'maturity_parts' })
    .whereRaw('?? = ??', ['q.component_ref', `${part}.component_ref`])
    .where('q.provisional', false)
    .whereNot('q.environment', repositoryEnvironment)
    .select(knex.raw('1'));
  return query.where(inner => inner.where(`${part}.provisional`, false).orWhereNotExists(better)) as T;
}

/** Share of components that meet one topic, overall (empty) and in each environment: two statements. */
export async function countTopic(knex: Knex, layouts: Layouts, visible: Visible, topic: string): Promise<Shares> {
  const all = await layouts.all();
  const count = (table: Knex.QueryBuilder, alias: string) => {
    const letter = letterOfTopic(knex, all, topic, alias);
    return whereVisible(table, visible, `${alias}.component_ref`)
      .select({ letter })
      .count({ components: '*' })
      .groupBy('letter');
  };
  const [overall, places] = await Promise.all([
    count(knex({ r: 'maturity_reports' }), 'r'),
    count(whereCounted(knex({ p: 'maturity_parts' }), knex, 'p'), 'p')
      .groupBy('p.environment')
      .select('p.environment'),
  ]);
  const shares: Shares = new Map();
  for (const { environment = '', letter, components } of [...overall, ...places] as Record<string, string>[]) {
    const verdict = fromLetter(letter);
    if (verdict) addTo(shares, environment, verdict, Number(components));
  }
  return shares;
}
