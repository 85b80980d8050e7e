// From a heat map to the rows that are shown: what is expanded, and the components below it.
import type {
  ComponentRow,
  HeatMap,
  HeatMapCounts,
  HeatMapRow,
} from '@maturity-roadmap/backstage-plugin-maturity-common';

/** A row of the grid: the organisation, a group, system or domain, or a component. */
export type HeatRow =
  | { type: 'counts'; key: string; title: string; depth: number; counts: HeatMapCounts; expanded?: boolean }
  | { type: 'component'; key: string; depth: number; component: ComponentRow }
  | { type: 'more'; key: string; depth: number; more: number };

/** Key of the row that counts everything. */
export const everything = '';

/**
 * The rows in their order.
 *
 * @param open - keys of expanded rows
 * @param components - of expanded rows that have some of their own, by key; absent while they load
 * @param title - of the row that counts everything
 */
export function heatRows(
  map: HeatMap,
  open: ReadonlySet<string>,
  components: ReadonlyMap<string, { items: ComponentRow[]; total: number }>,
  title: string,
): HeatRow[] {
  const keys = new Set(map.rows.map(({ key }) => key));
  const rows: HeatRow[] = [{ type: 'counts', key: everything, title, depth: 0, counts: map.total }];
  const add = (row: HeatMapRow, depth: number, above: ReadonlySet<string>) => {
    // A circle in the catalog is shown once.
    if (above.has(row.key)) return;
    const children = map.rows.filter(({ parent }) => parent === row.key);
    const expanded = open.has(row.key);
    rows.push({ type: 'counts', key: row.key, title: row.title, depth, counts: row, expanded });
    if (!expanded) return;
    const path = new Set([...above, row.key]);
    for (const child of children) add(child, depth + 1, path);
    const own = components.get(row.key);
    for (const component of own?.items ?? [])
      rows.push({ type: 'component', key: `${row.key} ${component.ref}`, depth: depth + 1, component });
    const more = own ? own.total - own.items.length : 0;
    if (more > 0) rows.push({ type: 'more', key: row.key, depth: depth + 1, more });
  };
  const roots = map.rows.filter(({ parent }) => !parent || !keys.has(parent));
  for (const row of roots.length > 0 ? roots : map.rows) add(row, 0, new Set());
  return rows;
}

/** Step of the colours for a share, 0 to 4. */
export function heatStep(part: number): number {
  return Math.min(4, Math.floor(part * 5));
}
