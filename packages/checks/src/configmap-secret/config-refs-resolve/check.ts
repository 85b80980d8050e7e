// Every ConfigMap, Secret and key that the pods refer to exists: a missing one keeps the next pod from starting.
import type { Evidence } from '@maturity-roadmap/engine';
import { failIfAny, notApplicable, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { duplicateVariables } from '../duplicates';
import { judgeHidden } from '../hiddenSecrets';
import type { ConfigReference } from '../references';
import { isMissing, pullSecretsOfAccount, referencesOf } from '../references';

export const configRefsResolve = defineCheck({
  id: 'config-refs-resolve',
  topic: 'configmap-secret',
  severity: 'high',
  since: '1.0',
  revisions: [{ since: '1.1', what: 'A key that a Secret among the manifests does not have is missing.' }],
  title: 'Referenced ConfigMaps and Secrets exist',
  why: 'Pods that run keep what they were given. The gap shows when one is replaced: it hangs in CreateContainerConfigError, often at night and on another node.',
  remediation:
    'Create the object or the key, correct the name, or mark the reference `optional: true` if the service can do without.',
  appliesWhen: 'The pods refer to a ConfigMap or a Secret, or set a variable twice.',
  references: [
    'https://kubernetes.io/docs/concepts/configuration/configmap/',
    'https://kubernetes.io/docs/concepts/configuration/secret/',
  ],
  reads: ['v1/ConfigMap', 'v1/Secret', 'v1/ServiceAccount', 'v1/Pod', 'apps/v1/ReplicaSet', 'batch/v1/Job'],
  evaluate(workload, index) {
    const references = referencesOf(workload).filter(({ optional }) => !optional);
    const canSeeSecrets = index.state('v1/Secret').state === 'synced';
    const fromAccount = canSeeSecrets ? pullSecretsOfAccount(workload, index) : [];
    const { evidence: doubles, operations } = duplicateVariables(workload);
    if (references.length + fromAccount.length + doubles.length === 0)
      return notApplicable('it refers to no ConfigMap and no Secret');
    const isGone = (one: ConfigReference) => isMissing(one, workload.namespace, index, canSeeSecrets);
    const toEvidence = ({ kind, name, key, path }: ConfigReference, object = workload.ref): Evidence => {
      const what = key === undefined ? `${kind} ${name}` : `${kind} ${name}, key ${key}`;
      return { object, path, observed: what, expected: 'an object and key that exist' };
    };
    const all = [...references, ...fromAccount.map(({ reference }) => reference)];
    const missing = references.filter(isGone);
    const needed = missing.filter(one => !one.isPullSecret);
    const names = [...new Set(needed.map(({ kind, name }) => `${kind} ${name}`))].join(', ');
    const rows = needed.map(one => toEvidence(one));
    return failIfAny(rows, `missing: ${names}`, () => {
      const pullSecrets = [
        ...missing.map(one => toEvidence(one)),
        ...fromAccount
          .filter(({ reference }) => isGone(reference))
          .map(({ reference, account }) => toEvidence(reference, index.ref(account))),
      ];
      const [pullSecret, ...others] = pullSecrets;
      if (pullSecret) return warn(`pull secret is missing: ${pullSecret.observed}`, pullSecret, ...others);
      const [double, ...more] = doubles;
      const settled = judgeHidden(workload, all, canSeeSecrets, index);
      if (!double || settled.verdict === 'fail') return settled;
      const result = warn(doubles.map(({ observed }) => observed).join(', '), double, ...more);
      const isEnough = all.length > 0 && settled.verdict === 'pass';
      return withFix(result, isEnough ? { object: workload.ref, operations } : undefined);
    });
  },
});
