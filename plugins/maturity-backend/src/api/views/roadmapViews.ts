// Roadmaps and topics as the API shows them.
import type {
  ComponentName,
  LevelCount,
  NextTopic,
  RoadmapSummary,
  RoadmapView,
  Share,
  TopicComponent,
  TopicView,
} from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Check, Verdict } from '@maturity-roadmap/engine';
import { topicsOfTier, verdicts } from '@maturity-roadmap/engine';
import type { Roadmap } from '@maturity-roadmap/roadmap';
import type { Queries } from '../../store/queries';
import { nameOf } from '../../store/componentList';
import { adviceMark, noShare } from './checkViews';
import { transitionView } from './reportViews';

type LevelRows = Awaited<ReturnType<Queries['levels']>>;

/** A roadmap in the list of all. */
export function roadmapSummary(roadmap: Roadmap, checks: readonly Check[]): RoadmapSummary {
  const { id, title, description, topics } = roadmap;
  return { id, title, description, topics: topics.size, proven: checks.some(check => topics.has(check.topic)) };
}

/** Components at each level of a roadmap. */
export function levelCounts(roadmap: Roadmap, rows: LevelRows): LevelCount[] {
  return roadmap.levels.map(level => ({
    ...level,
    components: rows.filter(row => row.level === level.id).reduce((sum, row) => sum + row.components, 0),
  }));
}

/** What the roadmap's page shows. */
export function roadmapView(
  roadmap: Roadmap,
  found: {
    /** Topics that only advice speaks about. */
    adviceTopics: ReadonlySet<string>;
    levels: LevelRows;
    topics: ReadonlyMap<string, Share>;
    owners: { owner: string; components: number }[];
    next: NextTopic[];
    mine: ComponentName[];
    mineByTopic: Map<string, Map<string, Verdict>>;
    environments: string[];
    observedAt?: string;
  },
): RoadmapView {
  const levels = levelCounts(roadmap, found.levels);
  const components = levels.reduce((sum, level) => sum + level.components, 0);
  return {
    id: roadmap.id,
    title: roadmap.title,
    description: roadmap.description,
    levels,
    components,
    environments: found.environments,
    ...(found.observedAt ? { observedAt: found.observedAt } : {}),
    mine: found.mine,
    owners: found.owners,
    next: found.next,
    tiers: roadmap.tiers.map((tier, at) => ({
      id: tier.id,
      title: tier.title,
      goal: tier.goal,
      from: tier.from,
      to: tier.to,
      passed: {
        met: levels.slice(at + 1).reduce((sum, level) => sum + level.components, 0),
        applicable: components,
        unknown: 0,
      },
      sections: tier.sections.map(section => ({
        id: section.id,
        title: section.title,
        topics: section.topics.map(id => ({
          id,
          title: roadmap.topics.get(id)!.title,
          summary: roadmap.topics.get(id)!.summary,
          ...adviceMark(found.adviceTopics, id),
          adoption: found.topics.get(id) ?? noShare,
          mine: found.mine.map(({ ref }) => found.mineByTopic.get(ref)?.get(id) ?? 'notApplicable'),
        })),
      })),
    })),
  };
}

type TopicRows = Awaited<ReturnType<Queries['topicComponents']>>;

/** What a topic's page shows; the topic must be in the roadmap. */
export function topicView(
  roadmap: Roadmap,
  topicId: string,
  found: {
    adviceTopics: ReadonlySet<string>;
    shares: ReadonlyMap<string, Share>;
    checks: readonly Check[];
    checkShares: ReadonlyMap<string, Share>;
    meets: TopicRows;
    misses: TopicRows;
    mine: TopicRows;
    changes: Parameters<typeof transitionView>[0][];
    changedAt: ReadonlyMap<string, string>;
    owners: readonly string[];
  },
): TopicView {
  const topic = roadmap.topics.get(topicId)!;
  const order = roadmap.tiers.flatMap(topicsOfTier);
  const tier = roadmap.tiers.find(one => topicsOfTier(one).includes(topicId))!;
  const section = tier.sections.find(one => one.topics.includes(topicId))!;
  const neighbour = (at: number) => {
    const title = roadmap.topics.get(order[at])?.title;
    return title ? { id: order[at], title } : undefined;
  };
  const next = neighbour(order.indexOf(topicId) + 1);
  const previous = neighbour(order.indexOf(topicId) - 1);
  const toComponent = (row: TopicRows[number]) => topicComponent(topicId, row, found);
  return {
    id: topic.id,
    title: topic.title,
    summary: topic.summary,
    content: topic.content,
    references: [...topic.references],
    roadmap: { id: roadmap.id, title: roadmap.title },
    tier: { id: tier.id, title: tier.title, from: tier.from, to: tier.to },
    section: { id: section.id, title: section.title },
    ...(next ? { next } : {}),
    ...(previous ? { previous } : {}),
    ...adviceMark(found.adviceTopics, topicId),
    adoption: found.shares.get('') ?? noShare,
    environments: [...found.shares]
      .filter(([environment]) => environment !== '')
      .map(([environment, share]) => ({ environment, ...share }))
      .sort((a, b) => (a.environment < b.environment ? -1 : 1)),
    checks: found.checks
      .filter(check => check.topic === topicId)
      .map(check => ({
        id: check.id,
        title: check.title,
        severity: check.severity,
        advice: check.advice ?? false,
        reads: [...new Set(check.reads.map(kind => kind.slice(kind.lastIndexOf('/') + 1)))],
        ...(found.checkShares.get(check.id) ?? noShare),
      })),
    meets: found.meets.map(toComponent),
    misses: found.misses.map(toComponent),
    mine: found.mine.map(toComponent),
    changes: found.changes.map(transitionView),
  };
}

function topicComponent(
  topic: string,
  row: TopicRows[number],
  {
    owners,
    changedAt,
    adviceTopics,
  }: { owners: readonly string[]; changedAt: ReadonlyMap<string, string>; adviceTopics: ReadonlySet<string> },
): TopicComponent {
  const isAdvice = adviceTopics.has(topic);
  const records = row.records.filter(record => record.topic === topic && (isAdvice || !record.advice));
  const [worst] = [...records].sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));
  const since = changedAt.get(row.component_ref);
  const places = records.filter(record => record.verdict === worst?.verdict).map(record => record.environment);
  return {
    ...nameOf(row),
    level: row.level,
    verdict: row.verdict,
    reason: worst?.reason ?? '',
    ...(worst ? { check: worst.check } : {}),
    environments: [...new Set(places)].sort(),
    mine: row.owner !== null && owners.includes(row.owner),
    ...(since ? { since } : {}),
    checks: new Set(records.filter(({ verdict }) => verdict !== 'notApplicable').map(({ check }) => check)).size,
  };
}
