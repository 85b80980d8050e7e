// What can be said of references to Secrets where Secrets are not read.
import type { CheckResult, ObjectView, Workload } from '@maturity-roadmap/engine';
import { fail, pass, podsOf, unknown } from '@maturity-roadmap/engine';
import type { ConfigReference } from './references';
import { missingConfigSymptoms } from './symptoms';

/** Judges what is left once nothing that can be looked up is missing: by what the pods show. */
export function judgeHidden(
  workload: Workload,
  references: readonly ConfigReference[],
  canSeeSecrets: boolean,
  index: ObjectView<'v1/Pod' | 'apps/v1/ReplicaSet' | 'batch/v1/Job'>,
): CheckResult {
  const hidden = references.filter(({ kind }) => kind === 'Secret' && !canSeeSecrets);
  if (hidden.length === 0) return pass(`all ${references.length} references resolve`);
  if (index.state('v1/Pod').state !== 'synced')
    return pass(`all references to ConfigMaps resolve; ${hidden.length} to Secrets are not read`);
  const pods = podsOf(workload, index);
  const [symptom, ...more] = missingConfigSymptoms(pods, index);
  if (symptom) return fail('a pod waits for configuration that is missing', symptom, ...more);
  // Pods that started had every Secret that they refer to.
  return pods.length > 0
    ? pass('all references to ConfigMaps resolve, and no pod waits for a Secret')
    : unknown('notReadable', `${hidden.length} references to Secrets, which are not read, and no pod to see it by`);
}
