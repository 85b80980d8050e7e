// Who uses a service account, and whether its token reaches the pods.
import type { ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';
import { annotations, serviceAccountOf, workloadsIn } from '@maturity-roadmap/engine';

/** Kinds whose pods may use a service account. */
export const userKinds = [
  'apps/v1/Deployment',
  'apps/v1/StatefulSet',
  'apps/v1/DaemonSet',
  'batch/v1/CronJob',
  'argoproj.io/v1alpha1/Rollout',
] as const;
type UserKind = (typeof userKinds)[number];

/** Bound to everybody on every cluster; asking what the API is needs no token of one's own. */
export const discoveryRoles = [
  'system:discovery',
  'system:basic-user',
  'system:public-info-viewer',
  'system:service-account-issuer-discovery',
];

/** Labels by which workloads say that they are parts of one component. */
const componentLabels = [annotations.kubernetesId, 'app.kubernetes.io/part-of', 'app.kubernetes.io/instance'];

function isSameComponent(a: Workload, b: Workload): boolean {
  return componentLabels.some(label => a.podLabels[label] !== undefined && a.podLabels[label] === b.podLabels[label]);
}

/** A Deployment whose template a Rollout borrows has no pods of its own. */
function lends({ kind, name }: Workload, { object }: Workload): boolean {
  const lender = (object.spec as { workloadRef?: { kind?: string; name?: string } } | undefined)?.workloadRef;
  return lender?.kind === kind && lender.name === name;
}

/** Workloads of other components in the namespace that use the same service account. */
export function otherUsersOf(account: string, workload: Workload, index: ObjectView<UserKind>): Workload[] {
  return workloadsIn(userKinds, workload.namespace, index)
    .filter(other => !lends(other, workload) && (other.kind !== workload.kind || other.name !== workload.name))
    .filter(other => serviceAccountOf(other) === account && !isSameComponent(other, workload));
}

/** How a token that the API server accepts reaches the pods. */
export interface TokenMount {
  /** Field that decides. */
  path: string;
  /** The object that holds the field. */
  on: 'workload' | 'serviceAccount';
  observed: string;
}

/** Audiences of tokens that are for others than the API server have a name of their own. */
const isForApiServer = (audience: string | undefined) =>
  !audience || /^https:\/\/kubernetes\.default\.svc/.test(audience);

/** Where the clients of the API look for their token. */
const tokenFolder = '/var/run/secrets/kubernetes.io/serviceaccount';

/**
 * A Secret with a token of the old, unlimited sort that the template mounts: at the place where clients look, or by the
 * name that was once generated for it.
 * See https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets
 */
function legacyTokenVolume({ podSpec, containers }: Workload): string | undefined {
  const isAtPlace = (volume: string) =>
    containers.some(({ container }) =>
      container.volumeMounts?.some(
        ({ name, mountPath }) => name === volume && mountPath?.replace(/\/$/, '') === tokenFolder,
      ),
    );
  return podSpec.volumes?.find(
    ({ name, secret }) => secret && (/-token-[a-z0-9]{5}$/.test(secret.secretName ?? '') || isAtPlace(name)),
  )?.name;
}

/**
 * The mount of an API token, if there is one: the pod's own setting wins over the service account's, and the default is
 * to mount. A projected token without audience is one as well; those for a mesh or a vault are not.
 * See https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting
 */
export function tokenMountOf(
  workload: Workload,
  account: () => ObjectOf<'v1/ServiceAccount'> | undefined,
): TokenMount | undefined {
  const { podSpec, podSpecPath } = workload;
  const projected = podSpec.volumes?.find(volume =>
    volume.projected?.sources?.some(
      source => source.serviceAccountToken && isForApiServer(source.serviceAccountToken.audience),
    ),
  );
  if (projected) {
    const path = `${podSpecPath}.volumes[${projected.name}].projected`;
    return { path, on: 'workload', observed: 'a token for the API server' };
  }
  const legacy = legacyTokenVolume(workload);
  if (legacy) {
    const path = `${podSpecPath}.volumes[${legacy}].secret`;
    return { path, on: 'workload', observed: 'a token that does not expire' };
  }
  const path = `${podSpecPath}.automountServiceAccountToken`;
  if (podSpec.automountServiceAccountToken === false) return undefined;
  if (podSpec.automountServiceAccountToken === true) return { path, on: 'workload', observed: 'true' };
  const inherited = account()?.automountServiceAccountToken;
  if (inherited === false) return undefined;
  return inherited === true
    ? { path: 'automountServiceAccountToken', on: 'serviceAccount', observed: 'true' }
    : { path, on: 'workload', observed: 'absent, which means true' };
}
