// Counts of a part of the organisation: levels, topics, and why what could not be judged.
import type { Share, SourceStatus, UnknownGroup } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Check, UnknownCode, Verdict } from '@maturity-roadmap/engine';
import { adviceTopicsOf, groupBy } from '@maturity-roadmap/engine';
import type { CountedComponent } from '../../../store/Census';
import { addTo } from '../../../store/shares';
import { partsIn, standingIn, topicVerdict } from './part';

/** Positions of the checks that speak for each topic: the scored ones, or all where all are advice. */
export function tellingPositions(checks: readonly Check[]): ReadonlyMap<string, number[]> {
  const adviceTopics = adviceTopicsOf(checks);
  const positions = new Map<string, number[]>();
  for (const [at, { topic, advice }] of checks.entries())
    positions.set(topic, [...(positions.get(topic) ?? []), ...(advice && !adviceTopics.has(topic) ? [] : [at])]);
  return positions;
}

/** Components by level in one environment, with sums to make means from. */
export function levelsIn(components: readonly CountedComponent[], environment: string) {
  const standings = components.map(component => standingIn(component, environment));
  const sumOf = (some: typeof standings, key: 'score' | 'coverage') => {
    const known = some.flatMap(one => one[key] ?? []);
    return { sum: known.reduce((sum, value) => sum + value, 0), of: known.length };
  };
  return [...groupBy(standings, ({ level }) => level)].map(([level, some]) => ({
    level,
    rank: 0,
    components: some.length,
    score: sumOf(some, 'score'),
    coverage: sumOf(some, 'coverage'),
  }));
}

/** Share of components that meet each topic in one environment. */
export function topicsIn(
  components: readonly CountedComponent[],
  environment: string,
  positions: ReadonlyMap<string, number[]>,
): Map<string, Share> {
  const shares = new Map<string, Share>();
  for (const component of components) {
    const parts = partsIn(component, environment);
    for (const [topic, at] of positions) addTo(shares, topic, topicVerdict(parts, at), 1);
  }
  return shares;
}

/** The verdict of each topic in one environment: component → topic → verdict. */
export function topicVerdictsIn(
  components: readonly CountedComponent[],
  environment: string,
  positions: ReadonlyMap<string, number[]>,
): Map<string, Map<string, Verdict>> {
  return new Map(
    components.map(component => {
      const parts = partsIn(component, environment);
      const verdicts = [...positions].map(([topic, at]) => [topic, topicVerdict(parts, at)] as const);
      return [component.component_ref, new Map(verdicts)];
    }),
  );
}

/** What could not be judged, by kind of reason and environment, most components first. */
export function unknownGroups(
  components: readonly CountedComponent[],
  environment: string | undefined,
  sources: readonly SourceStatus[],
): UnknownGroup[] {
  const groups = new Map<
    string,
    { code: UnknownCode; environment: string; refs: Set<string>; reasons: Map<string, number> }
  >();
  for (const component of components) {
    for (const [name, { open }] of component.parts) {
      if (environment && name !== environment) continue;
      for (const { code, reason = '' } of open) {
        if (!code) continue;
        const key = `${code} ${name}`;
        const group = groups.get(key) ?? { code, environment: name, refs: new Set(), reasons: new Map() };
        groups.set(key, group);
        group.refs.add(component.component_ref);
        group.reasons.set(reason, (group.reasons.get(reason) ?? 0) + 1);
      }
    }
  }
  return [...groups.values()]
    .map(({ code, environment: name, refs, reasons }) => {
      const [[reason]] = [...reasons].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
      const since = sinceOf(sources, name, code);
      return {
        code,
        environment: name,
        components: refs.size,
        reason,
        others: reasons.size - 1,
        ...(since ? { since } : {}),
      };
    })
    .sort(
      (a, b) => b.components - a.components || (`${a.code} ${a.environment}` < `${b.code} ${b.environment}` ? -1 : 1),
    );
}

function sinceOf(sources: readonly SourceStatus[], environment: string, code: UnknownCode): string | undefined {
  const kinds = sources.find(source => source.environment === environment)?.kinds ?? [];
  const instants = kinds.flatMap(kind => (kind.state === code && 'since' in kind && kind.since ? [kind.since] : []));
  return instants.sort()[0];
}
