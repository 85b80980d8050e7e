// Every ConfigMap, Secret and key that the pods refer to exists: a missing one keeps the next pod from starting.
import type { Evidence } from '@maturity-roadmap/engine';
import { fail, failIfAny, notApplicable, pass, podsOf, unknown, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import type { ConfigReference } from '../references';
import { isMissing, referencesOf } from '../references';
import { missingConfigSymptoms } from '../symptoms';

export const configRefsResolve = defineCheck({
  id: 'config-refs-resolve',
  topic: 'configmap-secret',
  severity: 'high',
  since: '1.0',
  title: 'Referenced ConfigMaps and Secrets exist',
  why: 'Pods that run keep what they were given. The gap shows when one is replaced: it hangs in CreateContainerConfigError, often at night and on another node.',
  remediation:
    'Create the object or the key, correct the name, or mark the reference `optional: true` if the service can do without.',
  appliesWhen: 'The pods refer to a ConfigMap or a Secret.',
  references: [
    'https://kubernetes.io/docs/concepts/configuration/configmap/',
    'https://kubernetes.io/docs/concepts/configuration/secret/',
  ],
  reads: ['v1/ConfigMap', 'v1/Secret', 'v1/Pod', 'apps/v1/ReplicaSet', 'batch/v1/Job'],
  evaluate(workload, index) {
    const references = referencesOf(workload).filter(({ optional }) => !optional);
    if (references.length === 0) return notApplicable('it refers to no ConfigMap and no Secret');
    const canSeeSecrets = index.state('v1/Secret').state === 'synced';
    const missing = references.filter(one => isMissing(one, workload.namespace, index, canSeeSecrets));
    const toEvidence = ({ kind, name, key, path }: ConfigReference): Evidence => {
      const what = key === undefined ? `${kind} ${name}` : `${kind} ${name}, key ${key}`;
      return { object: workload.ref, path, observed: what, expected: 'an object and key that exist' };
    };
    const needed = missing.filter(one => !one.isPullSecret);
    const names = [...new Set(needed.map(({ kind, name }) => `${kind} ${name}`))].join(', ');
    return failIfAny(needed.map(toEvidence), `missing: ${names}`, () => {
      const [pullSecret] = missing;
      if (pullSecret) return warn(`pull secret ${pullSecret.name} is missing`, toEvidence(pullSecret));
      const hidden = references.filter(({ kind }) => kind === 'Secret' && !canSeeSecrets);
      if (hidden.length === 0) return pass(`all ${references.length} references resolve`);
      if (index.state('v1/Pod').state !== 'synced')
        return pass(`all references to ConfigMaps resolve; ${hidden.length} to Secrets are not read`);
      const pods = podsOf(workload, index);
      const [symptom, ...more] = missingConfigSymptoms(pods, index);
      if (symptom) return fail('a pod waits for configuration that is missing', symptom, ...more);
      // Pods that started had every Secret that they refer to.
      return pods.length > 0
        ? pass(`all references to ConfigMaps resolve, and no pod waits for a Secret`)
        : unknown('notReadable', `${hidden.length} references to Secrets, which are not read, and no pod to see it by`);
    });
  },
});
