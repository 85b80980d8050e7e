// Checks as the API shows them.
import type { CheckList, CheckTopic, CheckView, Share } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Check } from '@maturity-roadmap/engine';
import type { Roadmap } from '@maturity-roadmap/roadmap';

/** A share where nothing was counted. */
export const noShare: Share = { met: 0, applicable: 0, unknown: 0 };

/** Marks a topic that only advice speaks about. */
export const adviceMark = (adviceTopics: ReadonlySet<string>, topic: string): { advice?: true } =>
  adviceTopics.has(topic) ? { advice: true } : {};

/** The metadata of a check. */
export function checkView(check: Check): CheckView {
  const { id, topic, severity, advice = false, title, why, remediation, appliesWhen, since } = check;
  const lists = { references: [...check.references], reads: [...check.reads] };
  return { id, topic, severity, advice, title, why, remediation, appliesWhen, since, ...lists };
}

/** The topic of a check, by the first roadmap that has it. */
export function checkTopic({ topic }: Check, roadmaps: readonly Roadmap[]): CheckTopic {
  const roadmap = roadmaps.find(({ topics }) => topics.has(topic));
  return { topicTitle: roadmap?.topics.get(topic)?.title ?? topic, roadmap: roadmap?.id ?? '' };
}

/** The catalogue of checks. */
export function checkList(
  checks: readonly Check[],
  shares: ReadonlyMap<string, Share>,
  roadmaps: readonly Roadmap[],
): CheckList {
  const itemOf = (check: Check) => ({
    ...checkView(check),
    ...checkTopic(check, roadmaps),
    ...(shares.get(check.id) ?? noShare),
  });
  return { items: checks.map(itemOf) };
}
