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
  /** `of` is the key of the row of which more can be shown. */
  | { type: 'more'; key: string; of: string; depth: number; more: number };

/** Rows below another that are shown at first, and added each time. */
export const step = 50;

/** Key of the row that counts everything. */
export const everything = '';

/** What everything is. */
export interface Root {
  title: string;
  /** Entity ref of the group, system or domain; absent for the organisation as a whole. */
  key?: string;
}

/**
 * The rows in their order.
 *
 * @param open - keys of expanded rows
 * @param components - of expanded rows that have some of their own, by key; absent while they load
 * @param root - the row that counts everything: that of an entity is open, in place of a row of its own below
 * @param limits - how many rows are shown below a key, where it is not {@link step}
 */
export function heatRows(
  map: HeatMap,
  open: ReadonlySet<string>,
  components: ReadonlyMap<string, { items: ComponentRow[]; total: number }>,
  root: Root,
  limits: ReadonlyMap<string, number> = new Map(),
): HeatRow[] {
  const children = groupBy(map.rows);
  const keys = new Set(map.rows.map(({ key }) => key));
  const rows: HeatRow[] = [{ type: 'counts', key: everything, title: root.title, depth: 0, counts: map.total }];
  function addSome(some: readonly HeatMapRow[], of: string, depth: number, above: ReadonlySet<string>): void {
    const limit = limits.get(of) ?? step;
    for (const row of some.slice(0, limit)) add(row, depth, above);
    if (some.length > limit) rows.push({ type: 'more', key: `rows ${of}`, of, depth, more: some.length - limit });
  }
  function add(row: HeatMapRow, depth: number, above: ReadonlySet<string>): void {
    // A circle in the catalog is shown once.
    if (above.has(row.key)) return;
    const expanded = open.has(row.key);
    rows.push({ type: 'counts', key: row.key, title: row.title, depth, counts: row, expanded });
    if (!expanded) return;
    const path = new Set([...above, row.key]);
    addSome(children.get(row.key) ?? [], row.key, depth + 1, path);
    addComponents(row.key, depth + 1);
  }
  function addComponents(key: string, depth: number): void {
    const own = components.get(key);
    for (const component of own?.items ?? [])
      rows.push({ type: 'component', key: `${key} ${component.ref}`, depth, component });
    const more = own ? own.total - own.items.length : 0;
    if (more > 0) rows.push({ type: 'more', key, of: key, depth, more });
  }
  const roots = map.rows.filter(({ parent }) => !parent || !keys.has(parent));
  const top = roots.length > 0 ? roots : map.rows;
  if (root.key === undefined) {
    addSome(top, everything, 0, new Set());
  } else {
    addSome(keys.has(root.key) ? (children.get(root.key) ?? []) : top, everything, 1, new Set([root.key]));
    addComponents(root.key, 1);
  }
  return rows;
}

function groupBy(rows: readonly HeatMapRow[]): Map<string, HeatMapRow[]> {
  const byParent = new Map<string, HeatMapRow[]>();
  for (const row of rows) {
    if (!row.parent) continue;
    const siblings = byParent.get(row.parent);
    if (siblings) siblings.push(row);
    else byParent.set(row.parent, [row]);
  }
  return byParent;
}

/** Step of the colours for a share, 0 to 4. */
export function heatStep(part: number): number {
  return Math.min(4, Math.floor(part * 5));
}
