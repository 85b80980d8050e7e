// The service account is no administrator: whoever takes over one pod must not own the cluster with it.
import {
  failIfAny,
  grantEvidence,
  pass,
  rbacGrantsOf,
  rbacKinds,
  ruleAllowsEverything,
  serviceAccountOf,
} from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';

export const rbacNoAdmin = defineCheck({
  id: 'rbac-no-admin',
  topic: 'rbac',
  severity: 'critical',
  since: '1.0',
  title: 'The service account is not an administrator',
  why: 'A rule of all verbs on all resources makes any hole in the service a takeover: of the cluster, or of its namespace. No service needs it; at most an installer does, for minutes.',
  remediation: 'List what the service calls, and grant just those verbs and resources in a Role of its own namespace.',
  appliesWhen: 'always',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  reads: [...rbacKinds],
  evaluate(workload, index) {
    const account = serviceAccountOf(workload);
    const admin = rbacGrantsOf(workload, index).filter(({ rule }) => ruleAllowsEverything(rule));
    const everywhere = admin.some(({ namespace }) => !namespace);
    const where = everywhere ? 'of the whole cluster' : `of namespace ${admin[0]?.namespace}`;
    const evidence = admin.flatMap(grant => grantEvidence(grant, index, 'only the verbs and resources that it uses'));
    return failIfAny(evidence, `service account ${account} is administrator ${where}`, () =>
      pass(`service account ${account} is no administrator`),
    );
  },
});
