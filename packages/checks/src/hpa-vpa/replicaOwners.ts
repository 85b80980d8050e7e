// Who else writes the number of replicas that an autoscaler sets.
import type { Workload } from '@maturity-roadmap/engine';

interface ManagedFields {
  manager?: string;
  operation?: string;
  subresource?: string;
  fieldsV1?: Record<string, unknown>;
}

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

export interface ReplicaOwner {
  name: string;
  path: string;
}

/**
 * The tools that wrote `spec.replicas` of a live object on purpose. The live value itself tells nothing, as the API
 * server always fills it in; an `Update` entry tells nothing either, as it lists filled-in fields too. What was applied
 * on the server, and what kubectl or Argo CD remember of having applied, does.
 * See https://kubernetes.io/docs/reference/using-api/server-side-apply/#transferring-ownership
 */
export function replicaOwners({ object }: Workload): ReplicaOwner[] {
  const listed = (object.metadata as { managedFields?: unknown }).managedFields;
  const entries: ManagedFields[] = Array.isArray(listed) ? listed : [];
  const owners = entries
    .filter(({ operation, subresource, fieldsV1 }) => {
      const spec = fieldsV1?.['f:spec'];
      const ownsReplicas = typeof spec === 'object' && spec !== null && Object.hasOwn(spec, 'f:replicas');
      return operation === 'Apply' && !subresource && ownsReplicas;
    })
    .map(({ manager = 'someone' }) => ({
      name: manager,
      path: `metadata.managedFields[${manager}].f:spec.f:replicas`,
    }));
  const remembered = appliedReplicas(object.metadata.annotations?.[lastApplied]);
  return remembered ? [...owners, { name: 'kubectl apply', path: `metadata.annotations[${lastApplied}]` }] : owners;
}

function appliedReplicas(configuration: string | undefined): boolean {
  if (configuration === undefined) return false;
  try {
    const applied = JSON.parse(configuration) as { spec?: { replicas?: unknown } } | null;
    return applied?.spec?.replicas !== undefined;
  } catch {
    // The annotation is free text; one that is no JSON proves nothing.
    return false;
  }
}
