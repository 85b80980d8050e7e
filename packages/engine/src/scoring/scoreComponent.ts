// The one pure call behind the backend, the command and the tests: from a component and a snapshot to its report.
import type { Check } from '../checks';
import type { EnvironmentReport, Report, RoadmapOutline, TopicReport, VerdictRecord } from '../model';
import { repositoryEnvironment } from '../repository';
import { adviceTopicsOf } from './adviceTopics';
import type { Component, Snapshot } from './judgeComponent';
import { judgeComponent } from './judgeComponent';
import type { Standing } from './levelOf';
import { standingByTopics, topicsOf } from './levelOf';
import type { Shares } from './shares';
import { sharesOfTally } from './shares';
import type { TopicTally } from './tally';
import { tally, tallyAdvice } from './tally';

/**
 * Judges a component by all checks and says where it stands.
 *
 * The worst verdict of several workloads or clusters counts for topics and level; the report also keeps the standing
 * in each environment. Same input, same report, in whatever order the objects were read.
 *
 * @param checks - in any order; those of topics that the roadmap does not have are left out
 * @public
 */
export function scoreComponent(
  component: Component,
  snapshot: Snapshot,
  checks: readonly Check[],
  roadmap: RoadmapOutline,
): Report {
  const verdicts = judgeComponent(component, snapshot, checksInOrder(checks, roadmap));
  const workloads = component.workloads.map(workload => workload.ref);
  const found = { component: component.ref, observedAt: snapshot.observedAt, workloads, verdicts };
  return composeReport(found, roadmap, adviceTopicsOf(checks));
}

const noTopics: ReadonlySet<string> = new Set();

/**
 * Says where a component stands by verdicts that were found before, perhaps at different times and places.
 *
 * @param found - verdicts in the order of {@link checksInOrder}, within a check by environment and workload
 * @param adviceTopics - see {@link adviceTopicsOf}
 * @public
 */
export function composeReport(
  found: Pick<Report, 'component' | 'observedAt' | 'workloads' | 'verdicts'>,
  roadmap: RoadmapOutline,
  adviceTopics: ReadonlySet<string> = noTopics,
): Report {
  const { component, observedAt, workloads, verdicts } = found;
  const counted = tally(verdicts);
  const standing = standingByTopics(counted.topics, roadmap);
  const shares = sharesOfTally(counted);
  const advice = adviceTopics.size > 0 ? tallyAdvice(verdicts, adviceTopics).topics : counted.topics;
  return {
    component,
    observedAt,
    ...standing,
    ...shares,
    workloads,
    environments: environmentsOf(verdicts, { ...standing, ...shares }, roadmap),
    topics: topicsOf(roadmap).map(topic =>
      adviceTopics.has(topic)
        ? topicReport(topic, advice.get(topic), true)
        : topicReport(topic, counted.topics.get(topic), false),
    ),
    verdicts,
  };
}

const ordered = new WeakMap<RoadmapOutline, WeakMap<readonly Check[], Check[]>>();

/**
 * The checks of a roadmap's topics, by topic in its order, then by id. The same for every component, so it is worked out
 * once.
 *
 * @public
 */
export function checksInOrder(checks: readonly Check[], roadmap: RoadmapOutline): Check[] {
  let byChecks = ordered.get(roadmap);
  if (!byChecks) ordered.set(roadmap, (byChecks = new WeakMap()));
  let order = byChecks.get(checks);
  if (!order) byChecks.set(checks, (order = sortByTopic(checks, topicsOf(roadmap))));
  return order;
}

function sortByTopic(checks: readonly Check[], topics: readonly string[]): Check[] {
  const rank = new Map(topics.map((topic, position) => [topic, position]));
  return checks
    .filter(check => rank.has(check.topic))
    .sort((a, b) => rank.get(a.topic)! - rank.get(b.topic)! || (a.id < b.id ? -1 : 1));
}

function topicReport(topic: string, found: TopicTally | undefined, isAdvice: boolean): TopicReport {
  const report: TopicReport = {
    topic,
    verdict: found?.worst ?? 'notApplicable',
    met: found?.met ?? 0,
    applicable: found?.applicable ?? 0,
    blocks: found !== undefined && found.blocking.length > 0,
  };
  if (isAdvice) report.advice = true;
  return report;
}

function environmentsOf(
  verdicts: readonly VerdictRecord[],
  whole: Standing & Shares,
  roadmap: RoadmapOutline,
): EnvironmentReport[] {
  const names = new Set<string>();
  for (const { environment } of verdicts) if (environment !== repositoryEnvironment) names.add(environment);
  const { level, score, coverage } = whole;
  // Where there is but one, it stands where the component stands.
  if (names.size === 1) {
    const [environment] = names;
    const report: EnvironmentReport = { environment, level };
    if (score !== undefined) report.score = score;
    if (coverage !== undefined) report.coverage = coverage;
    return [report];
  }
  return [...names].sort().map(environment => {
    const there = verdicts.filter(
      record => record.environment === environment || record.environment === repositoryEnvironment,
    );
    const counted = tally(there);
    return { environment, level: standingByTopics(counted.topics, roadmap).level, ...sharesOfTally(counted) };
  });
}
