// What mending some checks would do to a component's standing, before anybody does it.
import type { Report, RoadmapOutline } from '../model';
import { composeReport } from './scoreComponent';

/**
 * A standing as it would be.
 *
 * @public
 */
export interface MendingEffect {
  level: string;
  /** Blockers to the next level that would be left. */
  blockers: number;
  score?: number;
  coverage?: number;
  /** Environments that would stand at another level, with that level. */
  environments: readonly { environment: string; level: string }[];
}

/**
 * What a component's standing would be if checks held wherever they fail or are unknown.
 *
 * @param checks - ids
 * @public
 */
export function effectOfMending(report: Report, checks: ReadonlySet<string>, roadmap: RoadmapOutline): MendingEffect {
  const verdicts = report.verdicts.map(record =>
    checks.has(record.check) && (record.verdict === 'fail' || record.verdict === 'unknown')
      ? { ...record, verdict: 'pass' as const }
      : record,
  );
  const { level, blockers, score, coverage, environments } = composeReport({ ...report, verdicts }, roadmap);
  const before = new Map(report.environments.map(one => [one.environment, one.level]));
  return {
    level,
    blockers: blockers.length,
    ...(score === undefined ? {} : { score }),
    ...(coverage === undefined ? {} : { coverage }),
    environments: environments
      .filter(one => before.get(one.environment) !== one.level)
      .map(one => ({ environment: one.environment, level: one.level })),
  };
}
