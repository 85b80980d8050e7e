// The storage of a StatefulSet: where its state lies, and whether its volumes can be made.
import type { Evidence, ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';

export type StatefulSet = ObjectOf<'apps/v1/StatefulSet'>;

const defaultClass = 'storageclass.kubernetes.io/is-default-class';

/** Writable volumes that vanish with the pod, where a container mounts them as if they held data. */
export function vanishingVolumes({ podSpec, podSpecPath, ref }: Workload): Evidence[] {
  const names = new Set(
    (podSpec.volumes ?? []).filter(({ emptyDir, hostPath }) => emptyDir || hostPath).map(({ name }) => name),
  );
  const data = /(^|[/_-])(data|db|database|storage|state|var\/lib)($|[/_-])/i;
  const mounts = (podSpec.containers ?? []).flatMap(container => container.volumeMounts ?? []);
  const found = mounts.filter(({ name, mountPath, readOnly }) => names.has(name) && !readOnly && data.test(mountPath));
  return [...new Set(found.map(({ name }) => name))].map(name => ({
    object: ref,
    path: `${podSpecPath}.volumes[${name}]`,
    observed: 'a volume that lasts no longer than the pod or the node',
    expected: 'a volumeClaimTemplate',
  }));
}

/** Claims whose storage class does not exist. */
export function missingClasses(
  set: StatefulSet,
  workload: Workload,
  index: ObjectView<'storage.k8s.io/v1/StorageClass'>,
): Evidence[] {
  return (set.spec?.volumeClaimTemplates ?? []).flatMap((template): Evidence[] => {
    const name = template.spec?.storageClassName;
    // An empty name asks for a volume that somebody made by hand.
    if (name === '') return [];
    const exists = name
      ? index.find('storage.k8s.io/v1/StorageClass', name) !== undefined
      : index
          .all('storage.k8s.io/v1/StorageClass')
          .some(({ metadata }) => metadata.annotations?.[defaultClass] === 'true');
    const path = `spec.volumeClaimTemplates[${template.metadata?.name}].spec.storageClassName`;
    const expected = name ? 'a StorageClass that exists' : 'a name, or a default StorageClass';
    return exists
      ? []
      : [{ object: workload.ref, path, observed: name ?? 'absent, and no class is the default', expected }];
  });
}

/** Claims of its members that wait for a volume: `<template>-<set>-<ordinal>`. */
export function unboundClaims(
  set: StatefulSet,
  workload: Workload,
  index: ObjectView<'v1/PersistentVolumeClaim'>,
): Evidence[] {
  const prefixes = (set.spec?.volumeClaimTemplates ?? []).map(({ metadata }) => `${metadata?.name}-${workload.name}-`);
  return index
    .inNamespace('v1/PersistentVolumeClaim', workload.namespace)
    .filter(({ metadata }) =>
      prefixes.some(prefix => metadata.name.startsWith(prefix) && /^\d+$/.test(metadata.name.slice(prefix.length))),
    )
    .filter(({ status }) => status?.phase !== undefined && status.phase !== 'Bound')
    .map(claim => index.evidence(claim, 'status.phase', claim.status!.phase!, 'Bound'));
}
