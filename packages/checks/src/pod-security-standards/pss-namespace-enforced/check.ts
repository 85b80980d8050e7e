// The API server itself refuses pods outside of the baseline: the namespace enforces a Pod Security Standard.
import { fail, fixFields, notApplicable, pass, pointerKey, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';

const label = 'pod-security.kubernetes.io/enforce';
const warnLabel = 'pod-security.kubernetes.io/warn';
const auditLabel = 'pod-security.kubernetes.io/audit';
const isLevel = (value: unknown) => value === 'baseline' || value === 'restricted';
const path = `metadata.labels[${label}]`;

export const pssNamespaceEnforced = defineCheck({
  id: 'pss-namespace-enforced',
  topic: 'pod-security-standards',
  severity: 'high',
  since: '1.0',
  title: 'The namespace enforces a Pod Security Standard',
  why: 'A pod template that is sound today says nothing of the next one. With the label on the namespace the API server refuses what violates the standard, whoever creates it.',
  remediation:
    'Label the namespace `pod-security.kubernetes.io/enforce: restricted`, or `baseline` where that is out of reach, after a look at the warnings that `kubectl label --dry-run=server` gives.',
  appliesWhen: "The source holds the workload's namespace.",
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces',
  ],
  reads: ['v1/Namespace'],
  evaluate(workload, index) {
    const namespace = index.find('v1/Namespace', workload.namespace);
    if (!namespace) return notApplicable(`namespace ${workload.namespace} is not among the objects`);
    const level = namespace.metadata.labels?.[label];
    const evidence = index.evidence(namespace, path, level ?? 'not set', 'restricted or baseline');
    switch (level) {
      case undefined: {
        const reason =
          "the namespace sets no level: it enforces nothing, unless the API server's own configuration does";
        // What it warns of or writes down is what its owners mean to hold.
        const meant = [warnLabel, auditLabel].map(one => namespace.metadata.labels?.[one]).find(isLevel);
        const fields = { [`/metadata/labels/${pointerKey(label)}`]: meant };
        return withFix(warn(reason, evidence), meant && fixFields(index.ref(namespace), namespace, fields));
      }
      case 'privileged':
        return fail('the namespace enforces privileged, which allows everything', evidence);
      case 'baseline':
      case 'restricted':
        return pass(`the namespace enforces ${level}`, { ...evidence, inheritedFrom: index.ref(namespace) });
      default:
        // An invalid level fails closed: the API server enforces restricted.
        return pass(`the namespace sets ${level}, which is no level and counts as restricted`, evidence);
    }
  },
});
