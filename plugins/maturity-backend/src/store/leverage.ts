// Which checks keep most components from their next level, and in which namespaces.
import type { Knex } from 'knex';
import type { Visible } from './visibility';
import { whereVisible } from './visibility';

/** A check that blocks. */
export interface Blocking {
  check: string;
  blocks: number;
  lifts: number;
}

/** Where a check blocks. */
export interface BlockingPlace {
  check: string;
  environment: string;
  namespace: string;
  components: number;
}

const itemLimit = 20;
/** Enough for the places of all items even where a few checks have most of them. */
const placeLimit = 400;

/** Two statements: the databases themselves take the stored reports apart. */
export async function leverage(knex: Knex, visible: Visible): Promise<{ items: Blocking[]; places: BlockingPlace[] }> {
  const isPostgres = knex.client.config.client === 'pg';
  const elements = (field: string) =>
    isPostgres ? `jsonb_array_elements(r.report::jsonb->'${field}')` : `json_each(r.report, '$.${field}')`;
  const field = (row: string, name: string) => (isPostgres ? `${row}.value->>'${name}'` : `${row}.value->>'$.${name}'`);
  const reports = () =>
    whereVisible(knex({ r: 'maturity_reports' }), visible, 'r.component_ref').joinRaw(
      `cross join ${elements('blockers')} as b${isPostgres ? '(value)' : ''}`,
    );
  const [items, places] = await Promise.all([
    reports()
      .groupByRaw(field('b', 'check'))
      .select(knex.raw(`${field('b', 'check')} as "check"`))
      .count({ blocks: '*' })
      .select(knex.raw('sum(case when r.blockers = 1 then 1 else 0 end) as lifts'))
      .orderBy([{ column: 'lifts', order: 'desc' }, { column: 'blocks', order: 'desc' }, { column: 'check' }])
      .limit(itemLimit),
    reports()
      .joinRaw(`cross join ${elements('workloads')} as w${isPostgres ? '(value)' : ''}`)
      .whereRaw(`${field('w', 'namespace')} is not null`)
      // A blocker of some environments blocks the workloads there only; one of the repository has none.
      .whereRaw(
        isPostgres
          ? `b.value->'environments' @> to_jsonb(w.value->>'cluster')`
          : `exists (select 1 from json_each(b.value, '$.environments') e where e.value = w.value->>'$.cluster')`,
      )
      .groupByRaw([field('b', 'check'), field('w', 'cluster'), field('w', 'namespace')].join(', '))
      .select(
        knex.raw(`${field('b', 'check')} as "check"`),
        knex.raw(`${field('w', 'cluster')} as environment`),
        knex.raw(`${field('w', 'namespace')} as namespace`),
      )
      .countDistinct({ components: 'r.component_ref' })
      .orderBy([{ column: 'components', order: 'desc' }, { column: 'environment' }, { column: 'namespace' }])
      .limit(placeLimit),
  ]);
  const numbers = (row: Record<string, unknown>, names: string[]) =>
    Object.fromEntries(names.map(name => [name, Number(row[name])]));
  return {
    items: items.map(row => ({ ...row, ...numbers(row, ['blocks', 'lifts']) })) as Blocking[],
    places: places.map(row => ({ ...row, ...numbers(row, ['components']) })) as BlockingPlace[],
  };
}
