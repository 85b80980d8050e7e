// The service account that a workload misses.
import type { Fix, ObjectView, Workload } from '@maturity-roadmap/engine';
import { canRead, createBeside, fixTemplate, rbacGrantsOf, rbacKinds } from '@maturity-roadmap/engine';
import { discoveryRoles, otherUsersOf, userKinds } from './serviceAccounts';

export const ownAccountKinds = ['v1/ServiceAccount', ...userKinds, ...rbacKinds] as const;
type View = ObjectView<(typeof ownAccountKinds)[number]>;

/** Creates the account that the pods name. */
export const missingAccount = (workload: Workload, name: string): Fix =>
  createBeside(workload, { apiVersion: 'v1', kind: 'ServiceAccount', name });

/** What is noted on an account may be an identity at a cloud, which a new one would not have. */
const isNoted = (annotations: object = {}) =>
  Object.keys(annotations).some(key => !key.startsWith('kubectl.kubernetes.io/'));

/**
 * Gives a workload that uses the default account one of its own name, with the same pull secrets.
 *
 * @returns undefined where it would lose what the default account has, or where the name is taken
 */
export function ownAccount(workload: Workload, index: View): Fix | undefined {
  // The account of what runs already can't be changed.
  if (workload.object.metadata.uid && ['Pod', 'Job'].includes(workload.kind)) return undefined;
  // Asking for what was not read would end the check, which can tell without.
  if (!canRead(ownAccountKinds, index)) return undefined;
  const shared = index.get('v1/ServiceAccount', workload.namespace, 'default');
  if (isNoted(shared?.metadata.annotations)) return undefined;
  if (rbacGrantsOf(workload, index).some(({ role }) => !discoveryRoles.includes(role.metadata.name))) return undefined;
  // Who else names an account that is not there does not run, so that one need not look for them.
  const existing = index.get('v1/ServiceAccount', workload.namespace, workload.name);
  if (existing && otherUsersOf(workload.name, workload, index).length > 0) return undefined;
  const use = fixTemplate(workload, { [`${workload.podSpecPointer}/serviceAccountName`]: workload.name });
  if (!use || existing) return use;
  const pulls = shared?.imagePullSecrets ? { imagePullSecrets: shared.imagePullSecrets } : {};
  return { ...createBeside(workload, { apiVersion: 'v1', kind: 'ServiceAccount', ...pulls }), also: [use] };
}
