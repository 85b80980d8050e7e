// The constraint that asks for a workload's pods to be spread.
import type { Fix, FixOperation, Workload } from '@maturity-roadmap/engine';
import { changeTemplate } from '@maturity-roadmap/engine';

/** Tell revisions of the same workload apart, so they do not belong into a selector. */
const generatedLabels = new Set(['pod-template-hash', 'controller-revision-hash', 'rollouts-pod-template-hash']);

/** The labels by which the workload finds its pods; those of its pods where it states none. */
function ownLabels({ object, podLabels }: Workload): Record<string, string> {
  const { selector } = (object.spec ?? {}) as { selector?: { matchLabels?: Record<string, string> } };
  const labels = selector?.matchLabels ?? podLabels;
  const own: Record<string, string> = {};
  for (const key of Object.keys(labels)) if (!generatedLabels.has(key)) own[key] = labels[key];
  return own;
}

/**
 * Adds a soft topology spread constraint: pods still start where it can't be met.
 *
 * @param topologyKey - label of nodes
 */
export function spreadFix(workload: Workload, topologyKey: string): Fix | undefined {
  const constraint = {
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: ownLabels(workload) },
  };
  const path = `${workload.podSpecPointer}/topologySpreadConstraints`;
  const present = workload.podSpec.topologySpreadConstraints;
  const operation: FixOperation = present
    ? { op: 'add', path: `${path}/-`, value: constraint }
    : { op: 'add', path, value: [constraint] };
  return changeTemplate(workload, [operation]);
}
