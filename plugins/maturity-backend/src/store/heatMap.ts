// The share of components that meet each topic, by owner or system.
import type { Share } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Verdict } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import { addTo } from './shares';
import type { Visible } from './visibility';
import { whereVisible } from './visibility';

/** Components of an owner or system, and how many of them meet each topic. */
export interface HeatMapEntry {
  key: string;
  components: number;
  topics: Record<string, Share>;
}

interface Counted {
  key: string;
  components: number | string;
}

/** One statement for the topics, one for the counts, whatever the number of components. */
export async function heatMap(knex: Knex, by: 'owner' | 'system', visible: Visible): Promise<HeatMapEntry[]> {
  const column = `r.${by}`;
  const [verdicts, counts] = await Promise.all([
    whereVisible(knex({ t: 'maturity_topics' }), visible, 't.component_ref')
      .join({ r: 'maturity_reports' }, 'r.component_ref', 't.component_ref')
      .where('t.environment', '')
      .whereNotNull(column)
      .groupBy(column, 't.topic', 't.verdict')
      .select({ key: column, topic: 't.topic', verdict: 't.verdict' })
      .count({ components: '*' }) as unknown as Promise<(Counted & { topic: string; verdict: Verdict })[]>,
    whereVisible(knex({ r: 'maturity_reports' }), visible, 'r.component_ref')
      .whereNotNull(column)
      .groupBy(column)
      .orderBy(column)
      .select({ key: column })
      .count({ components: '*' }) as unknown as Promise<Counted[]>,
  ]);
  const topics = new Map<string, Map<string, Share>>();
  for (const row of verdicts) {
    const of = topics.get(row.key) ?? new Map<string, Share>();
    topics.set(row.key, of);
    addTo(of, row.topic, row.verdict, Number(row.components));
  }
  return counts.map(({ key, components }) => ({
    key,
    components: Number(components),
    topics: Object.fromEntries(topics.get(key) ?? []),
  }));
}
