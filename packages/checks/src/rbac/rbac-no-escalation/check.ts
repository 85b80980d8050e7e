// The service account can't give itself more rights: a few verbs are worth as much as being administrator.
import { failIfAny, grantEvidence, rbacGrantsOf, rbacKinds, serviceAccountOf, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { findEscalations } from '../escalations';
import { noneAtLarge } from '../noneAtLarge';

export const rbacNoEscalation = defineCheck({
  id: 'rbac-no-escalation',
  topic: 'rbac',
  severity: 'critical',
  since: '1.0',
  revisions: [
    {
      since: '1.1',
      what: 'Changing templates in the whole cluster counts; names that limit impersonate and bind are heeded.',
    },
    { since: '1.1', what: 'An administrator no longer passes: the question is left to rbac-no-admin.' },
  ],
  title: 'The service account can not give itself more rights',
  why: 'Binding roles, impersonating, minting tokens, running pods anywhere or changing webhooks each lead, in one more step, to everything else. Such a right is as large as the largest that it leads to.',
  remediation:
    'Take the verb away. Where an operator needs it, limit it by `resourceNames` or by a RoleBinding to one namespace.',
  appliesWhen: 'The service account is not an administrator.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks'],
  reads: [...rbacKinds, 'apiextensions.k8s.io/v1/CustomResourceDefinition'],
  evaluate(workload, index) {
    const account = serviceAccountOf(workload);
    const grants = rbacGrantsOf(workload, index);
    const found = findEscalations(grants);
    const evidence = found.flatMap(({ grant }) => grantEvidence(grant, index, 'no right that leads to more'));
    const reason = `service account ${account} ${[...new Set(found.map(({ what }) => what))].join(', ')}`;
    const [first, ...more] = evidence;
    if (first && isOperator(workload.podLabels, index.all('apiextensions.k8s.io/v1/CustomResourceDefinition'))) {
      return warn(`${reason}; it ships custom resources, so it may need to`, first, ...more);
    }
    return failIfAny(evidence, reason, () =>
      noneAtLarge(grants, account, `no right of service account ${account} leads to more rights`),
    );
  },
});

/** A controller declares itself by the custom resources that are delivered with it. */
function isOperator(
  podLabels: Readonly<Record<string, string>>,
  definitions: readonly { metadata: { labels?: Record<string, string> } }[],
) {
  const labels = ['app.kubernetes.io/instance', 'app.kubernetes.io/part-of', 'backstage.io/kubernetes-id'];
  return definitions.some(({ metadata }) =>
    labels.some(label => podLabels[label] !== undefined && metadata.labels?.[label] === podLabels[label]),
  );
}
