// The table of components: filtered, sorted and cut into pages by the database.
import type { Verdict } from '@maturity-roadmap/engine';
import { verdicts } from '@maturity-roadmap/engine';
import type { ComponentsQuery, ComponentName } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Knex } from 'knex';
import type { Layouts } from './Layouts';
import { letterOfTopic } from './Layouts';
import { lettersOf } from './letters';
import { lookBack } from './days';
import type { ReportRow } from './rows';
import { scoresBefore } from './ScoreStore';
import type { Visible } from './visibility';
import { whereVisible } from './visibility';

/** What lists show of a report. */
export type ListedReport = Omit<ReportRow, 'report' | 'search' | 'hash' | 'layout' | 'topics' | 'checks'>;

/** Columns of a listed report. */
export const listed = [
  'component_ref',
  'title',
  'owner',
  'system',
  'level',
  'level_rank',
  'score',
  'coverage',
  'blockers',
  'workloads',
  'observed_at',
  'changed_at',
] as const;

/** The component of a row as lists name it. */
export function nameOf(row: Pick<ReportRow, 'component_ref' | 'title' | 'owner' | 'system'>): ComponentName {
  return {
    ref: row.component_ref,
    title: row.title,
    ...(row.owner ? { owner: row.owner } : {}),
    ...(row.system ? { system: row.system } : {}),
  };
}

type Sort = NonNullable<ComponentsQuery['sort']>;

const sortColumns: Record<Exclude<Sort, 'change'>, string> = {
  name: 'search',
  owner: 'owner',
  system: 'system',
  level: 'level_rank',
  blockers: 'blockers',
  score: 'score',
  coverage: 'coverage',
  changed: 'changed_at',
};

const verdictsOf: Record<NonNullable<ComponentsQuery['verdict']>, Verdict[]> = {
  met: ['pass', 'warn'],
  missed: ['fail'],
  unknown: ['unknown'],
  notApplicable: ['notApplicable'],
};

/** A page of components and how many match in all. */
export async function listComponents(
  knex: Knex,
  layouts: Layouts,
  query: ComponentsQuery,
  visible: Visible,
  now: Date = new Date(),
): Promise<{ rows: ListedReport[]; total: number }> {
  const known = query.topic ? await layouts.all() : [];
  const matching = () => {
    const builder = whereVisible(knex<ReportRow>({ r: 'maturity_reports' }), visible);
    if (query.q) builder.where('search', 'like', `%${escapeLike(query.q.toLowerCase())}%`);
    for (const column of ['owner', 'system', 'level'] as const) {
      const value = query[column];
      if (value) builder.where(column, value);
    }
    if (query.topic) {
      const letter = letterOfTopic(knex, known, query.topic, 'r');
      builder.whereIn(letter as never, lettersOf(query.verdict ? verdictsOf[query.verdict] : verdicts));
    }
    return builder;
  };
  const { sort = 'name', days = 90 } = query;
  const order = query.order === 'desc' ? 'desc' : 'asc';
  const page = matching();
  if (sort === 'change')
    page.leftJoin(scoresBefore(knex, lookBack(now, days)).as('h'), 'h.ref_then', 'r.component_ref');
  const by = sort === 'change' ? knex.raw('(score * 1000 - score_then)') : knex.ref(sortColumns[sort]);
  const [rows, [{ total }]] = await Promise.all([
    page
      .select(listed)
      // Knex forgets the column itself where it puts nulls last on SQLite, so the order is written out.
      .orderByRaw(`? is null, ? ${order}, component_ref`, [by, by])
      .limit(query.limit ?? 20)
      .offset(query.offset ?? 0),
    matching().count({ total: '*' }),
  ]);
  return { rows: rows as unknown as ListedReport[], total: Number(total) };
}

function escapeLike(text: string): string {
  return text.replace(/[%_]/g, '');
}
