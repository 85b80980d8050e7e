// The workload has a service account of its own, so that a right given to it is given to nobody else.
import { fail, pass, serviceAccountOf, unknown, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { missingAccount, ownAccount, ownAccountKinds } from '../ownAccount';
import { otherUsersOf } from '../serviceAccounts';

export const saDedicated = defineCheck({
  id: 'sa-dedicated',
  topic: 'rbac',
  severity: 'medium',
  since: '1.0',
  title: 'The workload has a service account of its own',
  why: 'Rights are given to service accounts, not to workloads. Whoever shares one, most of all the default one, holds the rights that were meant for somebody else.',
  remediation:
    'Create a ServiceAccount with the name of the service and set `serviceAccountName` in the pod template to it.',
  appliesWhen: 'always',
  references: ['https://kubernetes.io/docs/concepts/security/service-accounts/'],
  reads: [...ownAccountKinds],
  evaluate(workload, index) {
    const name = serviceAccountOf(workload);
    const path = `${workload.podSpecPath}.serviceAccountName`;
    if (name === 'default') {
      const observed = workload.podSpec.serviceAccountName ? 'default' : 'absent, which means default';
      const result = fail('it uses the default service account of its namespace', {
        object: workload.ref,
        path,
        observed,
        expected: `a service account of its own, for instance ${workload.name}`,
      });
      return withFix(result, ownAccount(workload, index));
    }
    const others = otherUsersOf(name, workload, index);
    if (others.length > 0) {
      const names = others.map(other => `${other.kind} ${other.name}`).join(', ');
      return fail(
        `service account ${name} is shared with ${names}`,
        { object: workload.ref, path, observed: name, expected: 'a service account that no other component uses' },
        ...others.map(({ object }) => {
          const job = object.kind === 'CronJob' ? 'jobTemplate.spec.' : '';
          return index.evidence(object, `spec.${job}template.spec.serviceAccountName`, name);
        }),
      );
    }
    const account = index.get('v1/ServiceAccount', workload.namespace, name);
    if (account) return pass(`service account ${name} is its own`);
    const isLive = workload.object.metadata.uid !== undefined;
    const missing = { object: workload.ref, path, observed: name, expected: 'a ServiceAccount of this name' };
    if (!isLive) return unknown('notReadable', `ServiceAccount ${name} is not among the manifests`, missing);
    return withFix(fail(`ServiceAccount ${name} does not exist`, missing), missingAccount(workload, name));
  },
});
