// Variables that a container sets more than once.
import type { Evidence, FixOperation, Workload } from '@maturity-roadmap/engine';

/** What is set again later, and the changes that leave only the last setting, which is the one that counts. */
export interface Duplicates {
  evidence: Evidence[];
  operations: FixOperation[];
}

/**
 * Finds variables that are set again. Some tools keep only one of them when they merge lists by name.
 * See https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables
 */
export function duplicateVariables({ containers, ref }: Workload): Duplicates {
  const duplicates: Duplicates = { evidence: [], operations: [] };
  for (const { container, path, pointer } of containers) {
    const later = new Set<string>();
    // From the end, so that taking one out moves none that is still to be taken out.
    (container.env ?? []).reduceRight<void>((_, { name }, at) => {
      if (later.has(name)) {
        const observed = `${name} is set again`;
        duplicates.evidence.unshift({ object: ref, path: `${path}.env[${at}]`, observed, expected: 'set once' });
        duplicates.operations.push({ op: 'remove', path: `${pointer}/env/${at}` });
      }
      later.add(name);
    }, undefined);
  }
  return duplicates;
}
