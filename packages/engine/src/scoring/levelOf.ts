// The level a component stands at, and what keeps it from the next one.
import type { Blocker, RoadmapOutline, Tier, VerdictRecord } from '../model';
import { groupBy, topicsOfTier } from '../model';
import type { TopicTally } from './tally';
import { tally } from './tally';

/** @public */
export interface Standing {
  level: string;
  /** Absent at the top. */
  nextLevel?: string;
  blockers: readonly Blocker[];
}

/**
 * Climbs the tiers as far as nothing blocks.
 *
 * A tier is passed when no blocking check of its topics fails or is unknown, in any place, and at least one of its
 * checks was judged: where nothing applies there is nothing to show.
 *
 * @param records - those of a check one after the other
 * @public
 */
export function standingOf(records: Iterable<VerdictRecord>, roadmap: RoadmapOutline): Standing {
  return standingByTopics(tally(records).topics, roadmap);
}

/** The same of verdicts that were counted. */
export function standingByTopics(topics: ReadonlyMap<string, TopicTally>, roadmap: RoadmapOutline): Standing {
  let level = roadmap.levels[0].id;
  for (const { tier, ids } of topicsByTier(roadmap)) {
    const blocking: VerdictRecord[] = [];
    let isJudged = false;
    for (const id of ids) {
      const topic = topics.get(id);
      if (!topic) continue;
      if (topic.blocking.length > 0) blocking.push(...topic.blocking);
      isJudged ||= topic.isJudged;
    }
    if (blocking.length > 0 || !isJudged) return { level, nextLevel: tier.to, blockers: blockersOf(blocking) };
    level = tier.to;
  }
  return { level, blockers: [] };
}

interface TierTopics {
  tier: Tier;
  /** Ids of its topics. */
  ids: readonly string[];
}

const known = new WeakMap<RoadmapOutline, readonly TierTopics[]>();

/** The topics of each tier, in the roadmap's order. The same for every component, so it is worked out once. */
export function topicsByTier(roadmap: RoadmapOutline): readonly TierTopics[] {
  let tiers = known.get(roadmap);
  if (!tiers) known.set(roadmap, (tiers = roadmap.tiers.map(tier => ({ tier, ids: topicsOfTier(tier) }))));
  return tiers;
}

const flat = new WeakMap<RoadmapOutline, readonly string[]>();

/** The ids of a roadmap's topics, in its order. */
export function topicsOf(roadmap: RoadmapOutline): readonly string[] {
  let ids = flat.get(roadmap);
  if (!ids) flat.set(roadmap, (ids = topicsByTier(roadmap).flatMap(tier => tier.ids)));
  return ids;
}

const severityRank = (blocker: Blocker) => (blocker.severity === 'critical' ? 0 : 1);

function blockersOf(blocking: readonly VerdictRecord[]): Blocker[] {
  return [...groupBy(blocking, record => record.check).values()].map(toBlocker).sort((a, b) => {
    // What can't be judged is mended by others and comes behind what the team can mend itself.
    if (a.verdict !== b.verdict) return a.verdict === 'fail' ? -1 : 1;
    return a.places - b.places || severityRank(a) - severityRank(b) || (a.check < b.check ? -1 : 1);
  });
}

function toBlocker(records: readonly VerdictRecord[]): Blocker {
  const [{ check, topic, severity }] = records;
  return {
    check,
    topic,
    severity,
    verdict: records.some(record => record.verdict === 'fail') ? 'fail' : 'unknown',
    environments: [...new Set(records.map(record => record.environment))].sort(),
    places: records.reduce((sum, record) => sum + Math.max(1, record.evidence.length), 0),
  };
}
