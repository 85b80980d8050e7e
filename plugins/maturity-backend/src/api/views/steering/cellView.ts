// The components behind a cell of the heat map, with the verdict of each in the topic and the reason for it.
import type { Cell, CellComponent, CellQuery } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Verdict, VerdictRecord } from '@maturity-roadmap/engine';
import { repositoryEnvironment, verdicts } from '@maturity-roadmap/engine';
import type { CountedComponent } from '../../../store/Census';
import { nameOf } from '../../../store/componentList';
import { partsIn, standingIn, topicVerdict } from './part';

/** Reads the verdicts of some components. */
export type ReadRecords = (refs: readonly string[]) => Promise<ReadonlyMap<string, readonly VerdictRecord[]>>;

/**
 * The whole verdicts are read of the page alone.
 *
 * @param isAdvice - whether only advice speaks about the topic
 */
export async function cellView(
  components: readonly CountedComponent[],
  positions: readonly number[],
  query: CellQuery,
  readRecords: ReadRecords,
  isAdvice = false,
): Promise<Cell> {
  const { topic, environment, limit = 25, offset = 0 } = query;
  const judged = components.map(component => ({
    component,
    verdict: topicVerdict(partsIn(component, environment), positions),
  }));
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of judged) counts[verdict] = (counts[verdict] ?? 0) + 1;
  const rank = (verdict: Verdict) => verdicts.indexOf(verdict);
  const page = judged
    .sort((a, b) => rank(a.verdict) - rank(b.verdict) || (a.component.title < b.component.title ? -1 : 1))
    .slice(offset, offset + limit);
  const records = await readRecords(page.map(({ component }) => component.component_ref));
  const items = page.map(({ component, verdict }): CellComponent => {
    const own = records.get(component.component_ref) ?? [];
    const there = own.filter(
      record =>
        record.topic === topic &&
        (!record.advice || isAdvice) &&
        (!environment || [environment, repositoryEnvironment].includes(record.environment)),
    );
    const decisive = there.filter(record => record.verdict === verdict);
    const [first] = decisive;
    const same = decisive.filter(record => record.check === first?.check);
    return {
      ...nameOf(component),
      level: standingIn(component, environment).level,
      verdict,
      ...(first ? { check: first.check, reason: first.reason } : {}),
      environments: [...new Set(same.map(record => record.environment))],
      observedAt: component.observed_at,
    };
  });
  return { counts, total: judged.length, items };
}
