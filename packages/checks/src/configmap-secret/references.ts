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
  /** Read once, when a container starts: a variable. What is mounted may follow a change. */
  isVariable: boolean;
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
  const add = (
    kind: ConfigReference['kind'],
    { name, optional }: Named,
    path: string,
    isVariable: boolean,
    key?: string,
  ) => {
    if (name) found.push({ kind, name, optional: optional === true, path, isVariable, key });
  };
  for (const { container, path } of workload.containers) {
    for (const { name, valueFrom } of container.env ?? []) {
      if (!valueFrom) continue;
      const { configMapKeyRef, secretKeyRef } = valueFrom;
      const field = `${path}.env[${name}].valueFrom`;
      if (configMapKeyRef) add('ConfigMap', configMapKeyRef, `${field}.configMapKeyRef`, true, configMapKeyRef.key);
      if (secretKeyRef) add('Secret', secretKeyRef, `${field}.secretKeyRef`, true, secretKeyRef.key);
    }
    for (const { configMapRef, secretRef } of container.envFrom ?? []) {
      if (configMapRef) add('ConfigMap', configMapRef, `${path}.envFrom[${configMapRef.name}]`, true);
      if (secretRef) add('Secret', secretRef, `${path}.envFrom[${secretRef.name}]`, true);
    }
  }
  for (const volume of workload.podSpec.volumes ?? []) {
    const path = `${workload.podSpecPath}.volumes[${volume.name}]`;
    const driver = volume.csi?.nodePublishSecretRef;
    if (driver) add('Secret', driver, `${path}.csi.nodePublishSecretRef`, false);
    const sources = [
      { configMap: volume.configMap, secret: volume.secret && { ...volume.secret, name: volume.secret.secretName } },
      ...(volume.projected?.sources ?? []),
    ];
    for (const { configMap, secret } of sources) {
      for (const [kind, ref] of [
        ['ConfigMap', configMap],
        ['Secret', secret],
      ] as const) {
        if (!ref) continue;
        const items = ref.items ?? [];
        if (items.length === 0) add(kind, ref, path, false);
        for (const item of items) add(kind, ref, path, false, item.key);
      }
    }
  }
  for (const { name } of workload.podSpec.imagePullSecrets ?? []) {
    if (name)
      found.push({
        kind: 'Secret',
        name,
        optional: false,
        isVariable: false,
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
    return [
      {
        account,
        reference: { kind: 'Secret' as const, name, optional: false, isVariable: false, isPullSecret: true, path },
      },
    ];
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
