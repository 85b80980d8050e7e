// The counts of one day in little space: a row for each owner, system and environment, with all levels and topics.
import type { Verdict } from '@maturity-roadmap/engine';
import type { Layout } from './Layouts';
import { lettersOf } from './letters';
import type { RollupRow } from './rows';

/** Components that have the same letters, as the database counts them. */
export interface Counts {
  owner?: string | null;
  system?: string | null;
  environment?: string;
  level?: string;
  layout: string;
  topics: string;
  components: number | string;
  score?: number | string | null;
}

interface Sums {
  scope: RollupRow['scope'];
  key: string;
  levels: Map<string, [components: number, score: number]>;
  /** Topic → letter → components. */
  topics: Map<string, Map<string, number>>;
}

const absent = '-';

/** How many components have a verdict, by the text of one topic: `f1p3`. */
export function componentsWith(text: string, verdict: Verdict): number {
  const [letter] = lettersOf([verdict]);
  const at = text.indexOf(letter);
  return at < 0 ? 0 : Number.parseInt(text.slice(at + 1), 10);
}

const round = (value: number) => Number(value.toFixed(3));

const textOf = (counts: ReadonlyMap<string, number> | undefined) =>
  [...(counts ?? [])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([letter, count]) => `${letter}${count}`)
    .join('');

/** Adds up counts. */
export class DayCounts {
  private readonly sums = new Map<string, Sums>();
  private readonly layouts: ReadonlyMap<string, Layout>;

  constructor(layouts: readonly Layout[]) {
    this.layouts = new Map(layouts.map(layout => [layout.id, layout]));
  }

  add(scope: RollupRow['scope'], key: string, { level, layout, topics, components, score }: Counts): void {
    const id = `${scope} ${key}`;
    let sums = this.sums.get(id);
    if (!sums) this.sums.set(id, (sums = { scope, key, levels: new Map(), topics: new Map() }));
    if (level !== undefined) {
      const [count, sum] = sums.levels.get(level) ?? [0, 0];
      sums.levels.set(level, [count + Number(components), sum + Number(score ?? 0)]);
    }
    const ids = this.layouts.get(layout)?.topics ?? [];
    for (let at = 0; at < topics.length; at++) {
      if (topics[at] === absent) continue;
      const ofTopic = sums.topics.get(ids[at]) ?? new Map<string, number>();
      sums.topics.set(ids[at], ofTopic);
      ofTopic.set(topics[at], (ofTopic.get(topics[at]) ?? 0) + Number(components));
    }
  }

  /** One row for each key. All are written in one layout, the widest. */
  rows(day: string): RollupRow[] {
    const layouts = [...this.layouts.values()].sort((a, b) => b.topics.length - a.topics.length);
    const counted = new Set([...this.sums.values()].flatMap(({ topics }) => [...topics.keys()]));
    const layout = layouts.find(({ topics }) => [...counted].every(topic => topics.includes(topic))) ?? layouts[0];
    return [...this.sums.values()].map(({ scope, key, levels, topics }) => ({
      day,
      scope,
      key,
      layout: layout?.id ?? '',
      levels: JSON.stringify(
        Object.fromEntries([...levels].map(([level, [count, sum]]) => [level, [count, round(sum)]])),
      ),
      topics: (layout?.topics ?? []).map(topic => textOf(topics.get(topic))).join(','),
    }));
  }
}
