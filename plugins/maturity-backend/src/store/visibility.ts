// Limits a query to the components that a caller may see.
import type { Knex } from 'knex';

/** Refs of the components that a caller may see; undefined where they may see all. */
export type Visible = ReadonlySet<string> | undefined;

/**
 * Adds the limit. The refs travel as one parameter, since databases limit how many there may be.
 *
 * @param column - that holds the component's ref
 */
export function whereVisible<T extends Knex.QueryBuilder>(query: T, visible: Visible, column = 'component_ref'): T {
  if (!visible) return query;
  const refs = JSON.stringify([...visible]);
  const isPostgres = query.client.config.client === 'pg';
  const list = isPostgres ? '(select jsonb_array_elements_text(?::jsonb))' : '(select value from json_each(?))';
  return query.whereRaw(`?? in ${list}`, [column, refs]) as T;
}
