// Where the pods of a workload refer to ConfigMaps and Secrets.
import type { ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';
import { memoizeLast } from '@maturity-roadmap/engine';

/** One reference. */
export interface ConfigReference {
  kind: 'ConfigMap' | 'Secret';
  name: string;
  /** The key that must exist; absent where all keys are taken. */
  key?: string;
  optional: boolean;
  path: string;
  /** Without it pods still start, if nodes have credentials of their own. */
  isPullSecret?: boolean;
}

interface Named {
  name?: string;
  optional?: boolean;
}

/** See https://kubernetes.io/docs/concepts/configuration/configmap/#configmaps-and-pods */
export const referencesOf = memoizeLast((workload: Workload): readonly ConfigReference[] => {
  const found: ConfigReference[] = [];
  const add = (kind: ConfigReference['kind'], ref: Named | undefined, path: string, key?: string) => {
    if (ref?.name)
      found.push({
        kind,
        name: ref.name,
        optional: ref.optional === true,
        path,
        ...(key === undefined ? {} : { key }),
      });
  };
  for (const { container, path } of workload.containers) {
    for (const { name, valueFrom } of container.env ?? []) {
      add(
        'ConfigMap',
        valueFrom?.configMapKeyRef,
        `${path}.env[${name}].valueFrom.configMapKeyRef`,
        valueFrom?.configMapKeyRef?.key,
      );
      add(
        'Secret',
        valueFrom?.secretKeyRef,
        `${path}.env[${name}].valueFrom.secretKeyRef`,
        valueFrom?.secretKeyRef?.key,
      );
    }
    for (const { configMapRef, secretRef } of container.envFrom ?? []) {
      add('ConfigMap', configMapRef, `${path}.envFrom[${configMapRef?.name}]`);
      add('Secret', secretRef, `${path}.envFrom[${secretRef?.name}]`);
    }
  }
  for (const volume of workload.podSpec.volumes ?? []) {
    const path = `${workload.podSpecPath}.volumes[${volume.name}]`;
    const driver = volume.csi?.nodePublishSecretRef;
    if (driver) add('Secret', driver, `${path}.csi.nodePublishSecretRef`);
    const sources = [
      { configMap: volume.configMap, secret: volume.secret && { ...volume.secret, name: volume.secret.secretName } },
      ...(volume.projected?.sources ?? []),
    ];
    for (const { configMap, secret } of sources) {
      for (const [kind, ref] of [
        ['ConfigMap', configMap],
        ['Secret', secret],
      ] as const) {
        const items = ref?.items ?? [];
        if (items.length === 0) add(kind, ref, path);
        for (const item of items) add(kind, ref, path, item.key);
      }
    }
  }
  for (const { name } of workload.podSpec.imagePullSecrets ?? []) {
    if (name)
      found.push({
        kind: 'Secret',
        name,
        optional: false,
        isPullSecret: true,
        path: `${workload.podSpecPath}.imagePullSecrets[${name}]`,
      });
  }
  return found;
});

/** The pull secrets that the service account adds to the pods where they name none. */
export function pullSecretsOfAccount(
  { podSpec, namespace }: Workload,
  index: ObjectView<'v1/ServiceAccount'>,
): { reference: ConfigReference; account: ObjectOf<'v1/ServiceAccount'> }[] {
  const { state } = index.state('v1/ServiceAccount');
  if ((podSpec.imagePullSecrets ?? []).length > 0 || state !== 'synced') return [];
  const account = index.get('v1/ServiceAccount', namespace, podSpec.serviceAccountName || 'default');
  return (account?.imagePullSecrets ?? []).flatMap(({ name }) => {
    if (!name || !account) return [];
    const path = `imagePullSecrets[${name}]`;
    return [{ account, reference: { kind: 'Secret' as const, name, optional: false, isPullSecret: true, path } }];
  });
}

/**
 * Whether what a reference names is not there. Secrets that may not be seen are not called missing, nor is a key of one
 * whose keys are not told: a cluster's are not read.
 */
export function isMissing(
  { kind, name, key }: ConfigReference,
  namespace: string,
  index: ObjectView<'v1/ConfigMap' | 'v1/Secret'>,
  canSeeSecrets: boolean,
): boolean {
  if (kind === 'Secret') {
    if (!canSeeSecrets) return false;
    const secret = index.get('v1/Secret', namespace, name);
    if (!secret) return true;
    return key !== undefined && secret.dataKeys !== undefined && !secret.dataKeys.includes(key);
  }
  const map = index.get('v1/ConfigMap', namespace, name);
  if (!map) return true;
  return key !== undefined && !(key in (map.data ?? {})) && !(key in (map.binaryData ?? {}));
}
