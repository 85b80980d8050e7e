// Who uses a service account, and whether its token reaches the pods.
import type { KubernetesObject, ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';
import { annotations, toWorkload } from '@maturity-roadmap/engine';
import { serviceAccountOf } from './grants';

type UserKind = 'apps/v1/Deployment' | 'apps/v1/StatefulSet' | 'apps/v1/DaemonSet' | 'batch/v1/CronJob';
const userKinds: readonly UserKind[] = [
  'apps/v1/Deployment',
  'apps/v1/StatefulSet',
  'apps/v1/DaemonSet',
  'batch/v1/CronJob',
];

/** Labels by which workloads say that they are parts of one component. */
const componentLabels = [annotations.kubernetesId, 'app.kubernetes.io/part-of', 'app.kubernetes.io/instance'];

function isSameComponent(a: Workload, b: Workload): boolean {
  return componentLabels.some(label => a.podLabels[label] !== undefined && a.podLabels[label] === b.podLabels[label]);
}

/** Workloads of other components in the namespace that use the same service account. */
export function otherUsersOf(account: string, workload: Workload, index: ObjectView<UserKind>): KubernetesObject[] {
  return userKinds
    .flatMap((kind): readonly KubernetesObject[] => index.inNamespace(kind, workload.namespace))
    .filter(object => {
      if (object.kind === workload.kind && object.metadata.name === workload.name) return false;
      const other = toWorkload(object, index.ref(object));
      return other !== undefined && serviceAccountOf(other) === account && !isSameComponent(other, workload);
    });
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
  const path = `${podSpecPath}.automountServiceAccountToken`;
  if (podSpec.automountServiceAccountToken === false) return undefined;
  if (podSpec.automountServiceAccountToken === true) return { path, on: 'workload', observed: 'true' };
  const inherited = account()?.automountServiceAccountToken;
  if (inherited === false) return undefined;
  return inherited === true
    ? { path: 'automountServiceAccountToken', on: 'serviceAccount', observed: 'true' }
    : { path, on: 'workload', observed: 'absent, which means true' };
}
