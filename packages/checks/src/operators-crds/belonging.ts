// Which objects belong together with a workload: shipped under one name, by one release.
import type { KindId, KubernetesObject, ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';
import { derived, groupBy } from '@maturity-roadmap/engine';

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

/** What an object can be found by from a workload that it may belong to; see {@link belongsTo}. */
function keysOf(object: KubernetesObject): string[] {
  const { uid, labels = {}, ownerReferences = [] } = object.metadata;
  const marks = releaseMarks.flatMap(markOf => markOf(object) || []);
  return [
    ...(uid ? [`uid ${uid}`] : []),
    ...ownerReferences.map(owner => `owner ${owner.uid}`),
    ...[component, instance].flatMap(label => (labels[label] ? `${label} ${labels[label]}` : [])),
    ...marks.map(mark => `release ${mark}`),
  ];
}

/** What those keys are called on the other side: who owns is found by being owned. */
const counterpart = (key: string) =>
  key.startsWith('uid ') ? `owner ${key.slice('uid '.length)}` : key.replace(/^owner /, 'uid ');

/**
 * The objects of a kind that belong to a workload's component, in the order of the index. There may be thousands, so
 * each is looked up by what could tie it to the workload.
 */
export function belongingTo<K extends KindId>(kind: K) {
  const byKey = derived([kind], (index: ObjectView<K>) => {
    const placed = index
      .all(kind)
      .flatMap((object, position) => keysOf(object).map(key => ({ key, object, position })));
    return groupBy(placed, ({ key }) => key);
  });
  return (workload: Workload, index: ObjectView<K>): ObjectOf<K>[] => {
    const table = byKey(index);
    if (table.size === 0) return [];
    const found = new Map<ObjectOf<K>, number>();
    for (const key of keysOf(workload.object))
      for (const { object, position } of table.get(counterpart(key)) ?? [])
        if (belongsTo(object, workload)) found.set(object, position);
    return [...found].sort(([, a], [, b]) => a - b).map(([object]) => object);
  };
}

export const definitionsOf = belongingTo('apiextensions.k8s.io/v1/CustomResourceDefinition');
export const resourcesOf = belongingTo('*/*/CustomResource');
