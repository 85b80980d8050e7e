// The PodDisruptionBudget that a workload misses.
import type { Fix, ObjectView, Workload } from '@maturity-roadmap/engine';
import { createBeside, fixFields, ownSelector } from '@maturity-roadmap/engine';

const kind = 'policy/v1/PodDisruptionBudget';

/**
 * Creates a budget that lets one pod go at a time. One of the workload's name that selects nobody, as without a selector
 * it does, is given the selector instead; what else of this name selects, its owners have to say.
 */
export function missingBudget(workload: Workload, index: ObjectView<typeof kind>): Fix | undefined {
  const selector = ownSelector(workload);
  if (!selector) return undefined;
  const known = index.get(kind, workload.namespace, workload.name);
  if (known?.spec?.selector) return undefined;
  if (known) return fixFields(index.ref(known), known, { '/spec/selector': selector });
  const spec = { maxUnavailable: 1, selector };
  return createBeside(workload, { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', spec });
}
