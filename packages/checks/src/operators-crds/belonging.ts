// Which objects belong together with a workload: shipped under one name, by one release.
import type { KubernetesObject, Workload } from '@maturity-roadmap/engine';

const component = 'backstage.io/kubernetes-id';
const instance = 'app.kubernetes.io/instance';
const appName = 'app.kubernetes.io/name';

/** What a release tool writes on everything that it delivers, with the place it lives in. */
const releaseMarks: readonly ((object: KubernetesObject) => string | undefined)[] = [
  ({ metadata: { annotations: a } }) =>
    a?.['meta.helm.sh/release-name'] && `${a['meta.helm.sh/release-namespace']}/${a['meta.helm.sh/release-name']}`,
  ({ metadata: { labels: l } }) =>
    l?.['helm.toolkit.fluxcd.io/name'] &&
    `${l['helm.toolkit.fluxcd.io/namespace']}/${l['helm.toolkit.fluxcd.io/name']}`,
];

const isOwner = (owner: KubernetesObject, object: KubernetesObject) =>
  owner.metadata.uid !== undefined &&
  (object.metadata.ownerReferences ?? []).some(({ uid }) => uid === owner.metadata.uid);

/** Cluster-scoped objects have no namespace to differ in. */
const sharesNamespace = ({ metadata: { namespace } }: KubernetesObject, workload: Workload) =>
  namespace === undefined || namespace === workload.namespace;

/**
 * Whether an object belongs to the component that a workload is part of: it owns the workload or is owned by it, or
 * both carry the same Backstage id, the same standard name and instance, or the mark of the same release. Where both
 * have a Backstage id, that alone decides.
 */
export function belongsTo(object: KubernetesObject, workload: Workload): boolean {
  const own = workload.object;
  if (isOwner(own, object) || isOwner(object, own)) return true;
  if (!sharesNamespace(object, workload)) return false;
  const mine = own.metadata.labels ?? {};
  const theirs = object.metadata.labels ?? {};
  if (mine[component] && theirs[component]) return mine[component] === theirs[component];
  const isSame = (label: string) => Boolean(mine[label]) && mine[label] === theirs[label];
  if (isSame(instance) && isSame(appName)) return true;
  return releaseMarks.some(markOf => {
    const mark = markOf(own);
    return mark !== undefined && mark !== '' && mark === markOf(object);
  });
}
