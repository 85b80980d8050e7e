// The level a component stands at, and what keeps it from the next one.
import type { Blocker, RoadmapOutline, VerdictRecord } from '../model';
import { isBlocking, topicsOfTier } from '../model';
import { groupByCheck } from './shares';

/**
 * Whether a verdict stands between a component and a level.
 *
 * @public
 */
export function blocks(record: VerdictRecord): boolean {
  return !record.advice && isBlocking(record.severity) && (record.verdict === 'fail' || record.verdict === 'unknown');
}

const wasJudged = (record: VerdictRecord) =>
  !record.advice && record.verdict !== 'unknown' && record.verdict !== 'notApplicable';

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
 * @public
 */
export function standingOf(records: readonly VerdictRecord[], roadmap: RoadmapOutline): Standing {
  let level = roadmap.levels[0].id;
  for (const tier of roadmap.tiers) {
    const topics = new Set(topicsOfTier(tier));
    const inTier = records.filter(record => topics.has(record.topic));
    const blocking = inTier.filter(blocks);
    if (blocking.length > 0 || !inTier.some(wasJudged)) {
      return { level, nextLevel: tier.to, blockers: blockersOf(blocking) };
    }
    level = tier.to;
  }
  return { level, blockers: [] };
}

const severityRank = (blocker: Blocker) => (blocker.severity === 'critical' ? 0 : 1);

function blockersOf(blocking: readonly VerdictRecord[]): Blocker[] {
  return [...groupByCheck(blocking).values()].map(toBlocker).sort((a, b) => {
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
