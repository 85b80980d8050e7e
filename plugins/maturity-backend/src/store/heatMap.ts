// The share of components that meet each topic, by owner or system.
import type { Share } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Knex } from 'knex';
import type { Layouts } from './Layouts';
import type { ReportRow } from './rows';
import { addLetters } from './topicCounts';
import type { Visible } from './visibility';
import { whereVisible } from './visibility';

/** Components of an owner or system, and how many of them meet each topic. */
export interface HeatMapEntry {
  key: string;
  components: number;
  topics: Record<string, Share>;
}

/** One statement, whatever the number of components: each row tells all topics of its component. */
export async function heatMap(
  knex: Knex,
  layouts: Layouts,
  by: 'owner' | 'system',
  visible: Visible,
): Promise<HeatMapEntry[]> {
  const rows: { key: string; layout: string; topics: string; components: number | string }[] = await whereVisible(
    knex<ReportRow>('maturity_reports'),
    visible,
  )
    .whereNotNull(by)
    .groupBy(by, 'layout', 'topics')
    .orderBy(by)
    .select({ key: by }, 'layout', 'topics')
    .count({ components: '*' });
  const byId = await layouts.byId();
  const found = new Map<string, { components: number; topics: Map<string, Share> }>();
  for (const { key, layout, topics, components } of rows) {
    const entry = found.get(key) ?? { components: 0, topics: new Map<string, Share>() };
    found.set(key, entry);
    entry.components += Number(components);
    addLetters(entry.topics, byId.get(layout)?.topics ?? [], topics, Number(components));
  }
  return [...found].map(([key, { components, topics }]) => ({ key, components, topics: Object.fromEntries(topics) }));
}
