// An operator of the component can't take the cluster down: one replica leads, and its webhooks fail gently.
import { notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { belongsTo } from '../belonging';
import { leaderGaps, webhookGaps } from '../operatorGaps';

export const operatorHardened = defineCheck({
  id: 'operator-hardened',
  topic: 'operators-crds',
  severity: 'medium',
  advice: true,
  since: '1.0',
  title: 'The operator elects a leader and its webhooks can’t block the cluster',
  why: 'An operator acts on objects of others. Two that act at once fight, and a webhook that must answer but does not stops deployments of everyone, its own repair included.',
  remediation:
    'Turn leader election on, leave `kube-system` and the operator’s namespace out of webhooks on built-in kinds, and keep `timeoutSeconds` at 10 or less.',
  appliesWhen: 'The component ships CustomResourceDefinitions.',
  references: [
    'https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/',
    'https://kubernetes.io/docs/concepts/architecture/leases/',
  ],
  reads: [
    'apiextensions.k8s.io/v1/CustomResourceDefinition',
    'v1/Pod',
    'apps/v1/ReplicaSet',
    'batch/v1/Job',
    'v1/Service',
    'coordination.k8s.io/v1/Lease',
    'admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration',
    'admissionregistration.k8s.io/v1/MutatingWebhookConfiguration',
  ],
  evaluate(workload, index) {
    const crds = index.all('apiextensions.k8s.io/v1/CustomResourceDefinition').filter(crd => belongsTo(crd, workload));
    if (crds.length === 0) return notApplicable('the component ships no CustomResourceDefinition');
    const gaps = [...leaderGaps(workload, index), ...webhookGaps(workload, index)];
    const [first, ...more] = gaps.map(({ evidence }) => evidence);
    if (!first)
      return pass('nothing of it can block the cluster', ...crds.map(crd => index.evidence(crd, 'spec', 'shipped')));
    return warn(gaps.map(({ what }) => what).join('; '), first, ...more);
  },
});
