// Pods carry a token for the API server only if they may ask it something: a token nobody needs is one to steal.
import { fail, fixTemplate, pass, rbacGrantsOf, rbacKinds, serviceAccountOf, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { discoveryRoles, tokenMountOf } from '../serviceAccounts';

export const saTokenMinimal = defineCheck({
  id: 'sa-token-minimal',
  topic: 'rbac',
  severity: 'medium',
  since: '1.0',
  title: 'A token for the API server is mounted only where it is needed',
  why: 'By default every container finds a token of its service account on disk. Where the service never calls the API server, the token serves nobody but an intruder.',
  remediation:
    'Set `automountServiceAccountToken: false` in the pod template, or give the service account the rights that the service uses.',
  appliesWhen: 'always',
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
  ],
  reads: [...rbacKinds, 'v1/ServiceAccount'],
  evaluate(workload, index) {
    const name = serviceAccountOf(workload);
    const account = () => index.get('v1/ServiceAccount', workload.namespace, name);
    const mount = tokenMountOf(workload, account);
    if (!mount) {
      // Where the pod says nothing, the account does, for all its pods.
      const giver = workload.podSpec.automountServiceAccountToken === undefined ? account() : undefined;
      if (!giver) return pass('no token for the API server is mounted');
      const row = index.evidence(giver, 'automountServiceAccountToken', 'false');
      return pass('no token for the API server is mounted', { ...row, inheritedFrom: index.ref(giver) });
    }
    const needed = rbacGrantsOf(workload, index).find(({ role }) => !discoveryRoles.includes(role.metadata.name));
    if (needed) {
      const seen = index.evidence(needed.binding, 'roleRef', `${needed.role.kind} ${needed.role.metadata.name}`);
      return pass(`service account ${name} has rights that it needs its token for`, seen);
    }
    const holder = mount.on === 'serviceAccount' ? account() : undefined;
    const object = holder ? index.ref(holder) : workload.ref;
    const field = `${workload.podSpecPointer}/automountServiceAccountToken`;
    const result = fail(`a token is mounted, but service account ${name} has no rights to use it for`, {
      object,
      path: mount.path,
      observed: mount.observed,
      expected: 'false',
    });
    if (mount.path.includes('.volumes[')) return result;
    return withFix(result, fixTemplate(workload, { [field]: false }));
  },
});
