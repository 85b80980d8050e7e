// No credential stands readable in the workload or its ConfigMaps: whoever may read a Deployment would have it.
import { failIfAny, pass } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { plaintextInConfigMaps, plaintextInWorkload } from '../plaintext';

export const configNoPlaintextSecrets = defineCheck({
  id: 'config-no-plaintext-secrets',
  topic: 'configmap-secret',
  severity: 'critical',
  since: '1.0',
  title: 'No secret is a plain value',
  why: 'Everyone who may read the Deployment, every tool that logs it and every copy in Git has the credential. It can not be changed without a release, and nobody is told when it is read.',
  remediation:
    'Put the value into a Secret, or a store that fills one, refer to it with `secretKeyRef`, and replace the credential: it has been seen.',
  appliesWhen: 'always',
  references: ['https://kubernetes.io/docs/concepts/security/secrets-good-practices/'],
  reads: ['v1/ConfigMap'],
  evaluate(workload, index) {
    const evidence = [...plaintextInWorkload(workload), ...plaintextInConfigMaps(workload, index)];
    const places = evidence.map(({ path }) => path.slice(path.lastIndexOf('[') + 1).replace(/\].*$/, ''));
    const verb = evidence.length === 1 ? 'is a plain value' : 'are plain values';
    return failIfAny(evidence, `${[...new Set(places)].join(', ')} ${verb}`, () =>
      pass('no credential stands in values, arguments or ConfigMaps'),
    );
  },
});
