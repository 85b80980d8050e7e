// The table of components as they stand in one environment, or with one reason for what is unknown: filtered, sorted and cut
// into pages in memory, by the same rules as the database does it.
import type { ComponentsQuery } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Verdict } from '@maturity-roadmap/engine';
import type { CountedComponent } from '../../../store/Census';
import type { ListedReport } from '../../../store/componentList';
import { partsIn, topicVerdict } from './part';

const verdictsOf: Record<NonNullable<ComponentsQuery['verdict']>, Verdict[]> = {
  met: ['pass', 'warn'],
  missed: ['fail'],
  unknown: ['unknown'],
  notApplicable: ['notApplicable'],
};

type Column = NonNullable<ComponentsQuery['sort']>;

const columns: Record<Exclude<Column, 'change'>, (row: ListedReport) => string | number | null> = {
  name: row => row.component_ref.slice(row.component_ref.indexOf('/') + 1),
  owner: row => row.owner,
  system: row => row.system,
  level: row => row.level_rank,
  blockers: row => row.blockers,
  score: row => row.score,
  coverage: row => row.coverage,
  changed: row => row.changed_at,
};

/** Whether a query asks for what the database can't tell at once. */
export const needsCensus = ({ environment, unknown }: ComponentsQuery): boolean =>
  environment !== undefined || unknown !== undefined;

/**
 * A page of components and how many match in all.
 *
 * @param before - earlier scores, for who sorts by what changed
 */
export function componentsIn(
  components: readonly CountedComponent[],
  query: ComponentsQuery,
  positions: ReadonlyMap<string, number[]>,
  rankOf: (level: string) => number,
  before: ReadonlyMap<string, { score: number }> = new Map(),
): { rows: ListedReport[]; total: number } {
  const { environment, sort = 'name', order = 'asc', limit = 20, offset = 0 } = query;
  const rows = components
    .filter(component => matches(component, query, positions))
    .map(component => rowOf(component, environment, rankOf))
    .filter(row => !query.level || row.level === query.level);
  const changeOf = ({ component_ref: ref, score }: ListedReport) => {
    const then = before.get(ref);
    return then && score !== null ? score - then.score : null;
  };
  const column = sort === 'change' ? changeOf : columns[sort];
  const sign = order === 'desc' ? -1 : 1;
  rows.sort((a, b) => {
    const [left, right] = [column(a), column(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (left !== right) return left < right ? -sign : sign;
    return a.component_ref < b.component_ref ? -1 : 1;
  });
  return { rows: rows.slice(offset, offset + limit), total: rows.length };
}

function matches(
  component: CountedComponent,
  query: ComponentsQuery,
  positions: ReadonlyMap<string, number[]>,
): boolean {
  const { q, owner, system, topic, verdict, unknown, environment } = query;
  if (owner && component.owner !== owner) return false;
  if (system && component.system !== system) return false;
  if (q) {
    const name = `${component.component_ref.slice(component.component_ref.indexOf('/') + 1)} ${component.title}`;
    if (!name.toLowerCase().includes(q.toLowerCase())) return false;
  }
  const parts = partsIn(component, environment);
  if (unknown && !parts.some(({ open }) => open.some(({ code }) => code === unknown))) return false;
  if (!topic || !verdict) return true;
  return verdictsOf[verdict].includes(topicVerdict(parts, positions.get(topic) ?? []));
}

function rowOf(
  component: CountedComponent,
  environment: string | undefined,
  rankOf: (level: string) => number,
): ListedReport {
  const there = environment && component.environments.find(one => one.environment === environment);
  if (!there) return component;
  const blockers = component.blocking.filter(({ environments }) => environments.includes(environment)).length;
  const { level, score = null, coverage = null } = there;
  return { ...component, level, level_rank: rankOf(level), score, coverage, blockers };
}
