// Adds to made-up objects what an API server adds: identity, versions, and who set which field.
import type { KubernetesObject } from '../../model';

/** Lists whose items are merged by a key, as the API's types declare them. */
const listKeys: Readonly<Record<string, string>> = {
  containers: 'name',
  env: 'name',
  volumes: 'name',
  volumeMounts: 'mountPath',
  ports: 'port',
  conditions: 'type',
  ownerReferences: 'uid',
};

/** Set by the request itself, so that nobody owns them. */
const unowned = new Set(['name', 'namespace', 'uid', 'creationTimestamp', 'resourceVersion', 'generation']);

function fieldsOf(value: unknown, name = ''): object {
  if (Array.isArray(value)) {
    const key = listKeys[name];
    if (!key) return {};
    return Object.fromEntries(
      value.map((item: Record<string, unknown>) => [
        `k:${JSON.stringify({ [key]: item[key] ?? item.containerPort })}`,
        { '.': {}, ...fieldsOf(item) },
      ]),
    );
  }
  if (typeof value !== 'object' || value === null) return {};
  const names = Object.keys(value).filter(field => !unowned.has(field) || name !== 'metadata');
  return Object.fromEntries(
    names.map(field => [`f:${field}`, fieldsOf((value as Record<string, unknown>)[field], field)]),
  );
}

const managerOf = (object: KubernetesObject) => (object.metadata.ownerReferences ? 'kube-controller-manager' : 'helm');

/**
 * The object as a list or watch of an API server carries it: with a resource version, an instant of creation and the
 * managed fields of whoever wrote its parts. See https://kubernetes.io/docs/reference/using-api/server-side-apply/
 *
 * @param at - makes the resource version
 */
export function asServed(object: KubernetesObject, at: number): KubernetesObject {
  const { apiVersion, kind, metadata, ...rest } = object as KubernetesObject & { status?: object };
  const { status, ...written } = rest;
  const entry = (manager: string, fields: object, subresource?: string) => ({
    manager,
    operation: 'Update',
    apiVersion,
    time: '2026-05-20T08:00:00Z',
    fieldsType: 'FieldsV1',
    fieldsV1: fields,
    ...(subresource ? { subresource } : {}),
  });
  const managedFields = [
    entry(managerOf(object), fieldsOf({ metadata, ...written })),
    ...(status ? [entry(kind === 'Pod' ? 'kubelet' : 'kube-controller-manager', fieldsOf({ status }), 'status')] : []),
  ];
  return {
    apiVersion,
    kind,
    metadata: {
      uid: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      creationTimestamp: '2026-05-20T08:00:00Z',
      ...metadata,
      resourceVersion: String(480_000_000 + at),
      managedFields,
    },
    ...rest,
  } as KubernetesObject;
}
