// Every kind that checks may read: its id, where it is served and who writes it.
import { apiGroup } from '../objects';
import type { BuiltinKinds } from './builtin';
import type { DeliveryKinds } from './delivery';
import type { GatewayKinds } from './gateway';
import type { MeshKinds } from './mesh';
import type { PolicyKinds } from './policy';
import type { RepositoryKinds } from './repository';

/**
 * The type behind each kind id. An id is `<apiVersion>/<Kind>` in the version the checks are written for; objects
 * of other versions of the same kind are indexed under it.
 *
 * @public
 */
export interface KindTypes extends BuiltinKinds, DeliveryKinds, GatewayKinds, MeshKinds, PolicyKinds, RepositoryKinds {}

/** @public */
export type KindId = keyof KindTypes;

/** @public */
export type ObjectOf<K extends KindId> = KindTypes[K];

/**
 * Who writes objects of a kind, which says what their absence from a set of manifests means.
 *
 * - `team`: belongs to the workload's manifests; absent means there is none.
 * - `platform`: written by whoever runs the cluster; an application's manifests rarely carry it.
 * - `system`: made by controllers; exists only on a running cluster.
 * - `repository`: a file beside the source code.
 *
 * @public
 */
export type Provenance = 'team' | 'platform' | 'system' | 'repository';

/** @public */
export interface KindDefinition {
  id: KindId;
  group: string;
  version: string;
  /** `*` stands for every kind of the group. */
  kind: string;
  /** Resource name in API paths and RBAC rules. */
  plural: string;
  namespaced: boolean;
  provenance: Provenance;
}

const irregularPlurals: Record<string, string> = {
  '*': '*',
  CustomResource: '*',
  NetworkPolicy: 'networkpolicies',
  GatewayClass: 'gatewayclasses',
};

function pluralOf(kind: string): string {
  const lower = kind.toLowerCase();
  if (irregularPlurals[kind]) return irregularPlurals[kind];
  if (/(s|x|ch|sh)$/.test(lower)) return `${lower}es`;
  return /[^aeiou]y$/.test(lower) ? `${lower.slice(0, -1)}ies` : `${lower}s`;
}

type Scope = 'namespaced' | 'cluster';
const table: Record<KindId, [Scope, Provenance]> = {
  'v1/ConfigMap': ['namespaced', 'team'],
  'v1/Event': ['namespaced', 'system'],
  'v1/LimitRange': ['namespaced', 'platform'],
  'v1/Namespace': ['cluster', 'platform'],
  'v1/Node': ['cluster', 'system'],
  'v1/PersistentVolumeClaim': ['namespaced', 'team'],
  'v1/Pod': ['namespaced', 'system'],
  'v1/Secret': ['namespaced', 'platform'],
  'v1/Service': ['namespaced', 'team'],
  'v1/ServiceAccount': ['namespaced', 'team'],
  'apps/v1/DaemonSet': ['namespaced', 'team'],
  'apps/v1/Deployment': ['namespaced', 'team'],
  'apps/v1/ReplicaSet': ['namespaced', 'system'],
  'apps/v1/StatefulSet': ['namespaced', 'team'],
  'batch/v1/CronJob': ['namespaced', 'team'],
  'batch/v1/Job': ['namespaced', 'team'],
  'autoscaling/v2/HorizontalPodAutoscaler': ['namespaced', 'team'],
  'policy/v1/PodDisruptionBudget': ['namespaced', 'team'],
  'discovery.k8s.io/v1/EndpointSlice': ['namespaced', 'system'],
  'networking.k8s.io/v1/Ingress': ['namespaced', 'team'],
  'networking.k8s.io/v1/IngressClass': ['cluster', 'platform'],
  'networking.k8s.io/v1/NetworkPolicy': ['namespaced', 'team'],
  'rbac.authorization.k8s.io/v1/ClusterRole': ['cluster', 'team'],
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding': ['cluster', 'team'],
  'rbac.authorization.k8s.io/v1/Role': ['namespaced', 'team'],
  'rbac.authorization.k8s.io/v1/RoleBinding': ['namespaced', 'team'],
  'storage.k8s.io/v1/StorageClass': ['cluster', 'platform'],
  'coordination.k8s.io/v1/Lease': ['namespaced', 'system'],
  'apiextensions.k8s.io/v1/CustomResourceDefinition': ['cluster', 'team'],
  'admissionregistration.k8s.io/v1/MutatingWebhookConfiguration': ['cluster', 'team'],
  'admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration': ['cluster', 'team'],
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy': ['cluster', 'platform'],
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding': ['cluster', 'platform'],
  'argoproj.io/v1alpha1/Application': ['namespaced', 'platform'],
  'argoproj.io/v1alpha1/Rollout': ['namespaced', 'team'],
  'helm.toolkit.fluxcd.io/v2/HelmRelease': ['namespaced', 'platform'],
  'kustomize.toolkit.fluxcd.io/v1/Kustomization': ['namespaced', 'platform'],
  'cert-manager.io/v1/Certificate': ['namespaced', 'team'],
  'gateway.networking.k8s.io/v1/Gateway': ['namespaced', 'platform'],
  'gateway.networking.k8s.io/v1/HTTPRoute': ['namespaced', 'team'],
  'gateway.networking.k8s.io/v1/GRPCRoute': ['namespaced', 'team'],
  'gateway.networking.k8s.io/v1alpha2/TLSRoute': ['namespaced', 'team'],
  'gateway.networking.k8s.io/v1beta1/ReferenceGrant': ['namespaced', 'team'],
  'security.istio.io/v1/PeerAuthentication': ['namespaced', 'platform'],
  'security.istio.io/v1/AuthorizationPolicy': ['namespaced', 'team'],
  'networking.istio.io/v1/DestinationRule': ['namespaced', 'team'],
  'networking.istio.io/v1/VirtualService': ['namespaced', 'team'],
  'policy.linkerd.io/v1beta3/Server': ['namespaced', 'team'],
  'policy.linkerd.io/v1alpha1/AuthorizationPolicy': ['namespaced', 'team'],
  'policy.linkerd.io/v1alpha1/MeshTLSAuthentication': ['namespaced', 'team'],
  'cilium.io/v2/CiliumNetworkPolicy': ['namespaced', 'team'],
  'cilium.io/v2/CiliumClusterwideNetworkPolicy': ['cluster', 'team'],
  'projectcalico.org/v3/NetworkPolicy': ['namespaced', 'team'],
  'projectcalico.org/v3/GlobalNetworkPolicy': ['cluster', 'team'],
  'policy.networking.k8s.io/v1alpha1/AdminNetworkPolicy': ['cluster', 'team'],
  'policy.networking.k8s.io/v1alpha1/BaselineAdminNetworkPolicy': ['cluster', 'team'],
  'policy.networking.k8s.io/v1alpha2/ClusterNetworkPolicy': ['cluster', 'team'],
  'split.smi-spec.io/v1alpha4/TrafficSplit': ['namespaced', 'team'],
  'kyverno.io/v1/ClusterPolicy': ['cluster', 'platform'],
  'kyverno.io/v1/Policy': ['namespaced', 'platform'],
  'kyverno.io/v2/PolicyException': ['namespaced', 'platform'],
  'policies.kyverno.io/v1/ValidatingPolicy': ['cluster', 'platform'],
  'templates.gatekeeper.sh/v1/ConstraintTemplate': ['cluster', 'platform'],
  'constraints.gatekeeper.sh/v1beta1/*': ['cluster', 'platform'],
  'wgpolicyk8s.io/v1alpha2/PolicyReport': ['namespaced', 'system'],
  'wgpolicyk8s.io/v1alpha2/ClusterPolicyReport': ['cluster', 'system'],
  'openreports.io/v1alpha1/Report': ['namespaced', 'system'],
  'openreports.io/v1alpha1/ClusterReport': ['cluster', 'system'],
  'aquasecurity.github.io/v1alpha1/VulnerabilityReport': ['namespaced', 'system'],
  'keda.sh/v1alpha1/ScaledObject': ['namespaced', 'team'],
  'keda.sh/v1alpha1/ScaledJob': ['namespaced', 'team'],
  'autoscaling.k8s.io/v1/VerticalPodAutoscaler': ['namespaced', 'team'],
  'karpenter.sh/v1/NodePool': ['cluster', 'platform'],
  '*/*/CustomResource': ['namespaced', 'team'],
  'repository/v1/Dockerfile': ['cluster', 'repository'],
  'repository/v1/ComposeFile': ['cluster', 'repository'],
  'repository/v1/DockerIgnore': ['cluster', 'repository'],
  'repository/v1/HelmChartFile': ['cluster', 'repository'],
  'repository/v1/BuildFile': ['cluster', 'repository'],
  'repository/v1/Pipeline': ['cluster', 'repository'],
};

/** What to call a kind where its id is a pattern. */
const anyCustomResource = '*/*/CustomResource';

function define(id: KindId): KindDefinition {
  const slash = id.lastIndexOf('/');
  const apiVersion = id.slice(0, slash);
  const kind = id.slice(slash + 1);
  const group = apiGroup(apiVersion);
  const [scope, provenance] = table[id];
  return {
    id,
    group,
    version: apiVersion.slice(group ? group.length + 1 : 0),
    kind,
    plural: pluralOf(kind),
    namespaced: scope === 'namespaced',
    provenance,
  };
}

/**
 * All kinds, in a stable order.
 *
 * @public
 */
export const kindDefinitions: readonly KindDefinition[] = (Object.keys(table) as KindId[]).map(define);

const byId = new Map(kindDefinitions.map(definition => [definition.id, definition]));
const byGroupKind = new Map(kindDefinitions.map(d => [`${d.group}/${d.kind}`, d]));
/** Calico serves its policies under two groups with the same shape. */
const groupAliases: Record<string, string> = {
  'crd.projectcalico.org': 'projectcalico.org',
};
/** Where the kinds went that were once served by the group `extensions`. */
const formerExtensions: Record<string, string> = {
  DaemonSet: 'apps',
  Deployment: 'apps',
  ReplicaSet: 'apps',
  Ingress: 'networking.k8s.io',
  NetworkPolicy: 'networking.k8s.io',
};
const groupsOfBuiltins = new Set(['', 'apps', 'batch', 'autoscaling', 'policy', 'extensions']);
/** Add-ons of the Kubernetes project itself use the same ending as the API server's own groups. */
const addOnGroups = new Set([
  'gateway.networking.k8s.io',
  'policy.networking.k8s.io',
  'autoscaling.k8s.io',
  'wgpolicyk8s.io',
]);

/**
 * Whether every API server serves the group, with nothing installed.
 *
 * @public
 */
export function isBuiltinGroup(group: string): boolean {
  return groupsOfBuiltins.has(group) || (group.endsWith('.k8s.io') && !addOnGroups.has(group));
}

/**
 * The definition of a kind id.
 *
 * @public
 */
export function kindDefinition(id: KindId): KindDefinition {
  return byId.get(id)!;
}

function findKindId(apiVersion: string, kind: string): KindId | undefined {
  const written = apiGroup(apiVersion);
  const group = (written === 'extensions' ? formerExtensions[kind] : groupAliases[written]) ?? written;
  const known = byGroupKind.get(`${group}/${kind}`) ?? byGroupKind.get(`${group}/*`);
  if (known) return known.id;
  return isBuiltinGroup(group) || addOnGroups.has(group) || group === 'repository' ? undefined : anyCustomResource;
}

/** Every object is asked for its kind many times, and there are few kinds. */
const idsByVersion = new Map<string, Map<string, KindId | undefined>>();

/**
 * The kind id under which an object is indexed, whatever version it was written in; undefined for kinds that no
 * check can read.
 *
 * @public
 */
export function kindIdOf(apiVersion: string, kind: string): KindId | undefined {
  let ids = idsByVersion.get(apiVersion);
  if (!ids) idsByVersion.set(apiVersion, (ids = new Map()));
  if (!ids.has(kind)) ids.set(kind, findKindId(apiVersion, kind));
  return ids.get(kind);
}
