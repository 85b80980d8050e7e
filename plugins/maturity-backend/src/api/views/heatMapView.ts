// The heat map down the hierarchy: each group, system or domain counts all that is below it.
import type { HeatMap, HeatMapCounts, HeatMapRow, Share } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { groupBy, topicsOfTier } from '@maturity-roadmap/engine';
import type { Roadmap } from '@maturity-roadmap/roadmap';
import type { Hierarchy } from '../../components/Hierarchy';
import type { HeatMapEntry } from '../../store/heatMap';
import { adviceMark } from './checkViews';

/**
 * Adds what each owner or system has to all rows above it.
 *
 * @param flat - without the rows above
 */
export function heatMapView(
  entries: readonly HeatMapEntry[],
  total: { components: number; topics: ReadonlyMap<string, ReadonlyMap<string, Share>> },
  hierarchy: Hierarchy,
  flat = false,
): Pick<HeatMap, 'total' | 'rows'> {
  const rows = new Map<string, HeatMapRow>();
  const parentOf = (key: string) => (flat ? undefined : hierarchy.parentOf(key));
  const rowOf = (key: string): HeatMapRow => {
    const known = rows.get(key);
    if (known) return known;
    const parent = parentOf(key);
    const row: HeatMapRow = {
      key,
      title: hierarchy.titleOf(key),
      ...(parent ? { parent } : {}),
      components: 0,
      own: 0,
      topics: {},
    };
    rows.set(key, row);
    return row;
  };
  for (const entry of entries) {
    rowOf(entry.key).own += entry.components;
    // A circle in the catalog ends where it began.
    const seen = new Set<string>();
    for (let key: string | undefined = entry.key; key && !seen.has(key); key = parentOf(key)) {
      seen.add(key);
      add(rowOf(key), entry);
    }
  }
  const topics = [...total.topics].flatMap(([topic, shares]) => {
    const share = shares.get('');
    return share ? [[topic, share] as const] : [];
  });
  return {
    total: { components: total.components, topics: Object.fromEntries(topics) },
    rows: inOrder([...rows.values()]),
  };
}

/** The columns of the heat map. */
export function heatMapColumns(roadmap: Roadmap, adviceTopics: ReadonlySet<string>): HeatMap['roadmap'] {
  return {
    id: roadmap.id,
    levels: roadmap.levels.map(({ id, title }) => ({ id, title })),
    tiers: roadmap.tiers.map(tier => ({
      id: tier.id,
      from: tier.from,
      to: tier.to,
      topics: topicsOfTier(tier).map(id => ({
        id,
        title: roadmap.topics.get(id)!.title,
        ...adviceMark(adviceTopics, id),
      })),
    })),
  };
}

function add(row: HeatMapCounts, entry: HeatMapEntry): void {
  row.components += entry.components;
  for (const [topic, share] of Object.entries(entry.topics)) {
    const sum = (row.topics[topic] ??= { met: 0, applicable: 0, unknown: 0 });
    sum.met += share.met;
    sum.applicable += share.applicable;
    sum.unknown += share.unknown;
  }
}

/** Parents before their children, by title among each other. */
function inOrder(rows: HeatMapRow[]): HeatMapRow[] {
  const keys = new Set(rows.map(({ key }) => key));
  const sorted = rows.sort((a, b) => a.title.localeCompare(b.title, 'en') || (a.key < b.key ? -1 : 1));
  const below = groupBy(sorted, row => row.parent ?? '');
  const ordered = new Set<HeatMapRow>();
  const walk = (row: HeatMapRow) => {
    if (ordered.has(row)) return;
    ordered.add(row);
    for (const child of below.get(row.key) ?? []) walk(child);
  };
  for (const row of sorted) if (!row.parent || !keys.has(row.parent)) walk(row);
  // What is left is part of itself.
  for (const row of sorted) walk(row);
  return [...ordered];
}
