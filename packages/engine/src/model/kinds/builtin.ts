// The kinds that Kubernetes itself serves, by id, with their published types.
import type {
  MutatingWebhookConfiguration,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
  ValidatingWebhookConfiguration,
} from 'kubernetes-types/admissionregistration/v1';
import type { CustomResourceDefinition } from 'kubernetes-types/apiextensions/v1';
import type { DaemonSet, Deployment, ReplicaSet, StatefulSet } from 'kubernetes-types/apps/v1';
import type { HorizontalPodAutoscaler } from 'kubernetes-types/autoscaling/v2';
import type { CronJob, Job } from 'kubernetes-types/batch/v1';
import type { Lease } from 'kubernetes-types/coordination/v1';
import type {
  ConfigMap,
  Event,
  LimitRange,
  Namespace,
  Node,
  PersistentVolumeClaim,
  Pod,
  Secret,
  Service,
  ServiceAccount,
} from 'kubernetes-types/core/v1';
import type { EndpointSlice } from 'kubernetes-types/discovery/v1';
import type { Ingress, IngressClass, NetworkPolicy } from 'kubernetes-types/networking/v1';
import type { PodDisruptionBudget } from 'kubernetes-types/policy/v1';
import type { ClusterRole, ClusterRoleBinding, Role, RoleBinding } from 'kubernetes-types/rbac/v1';
import type { StorageClass } from 'kubernetes-types/storage/v1';
import type { KubernetesObject } from '../objects';

/** Published types leave `kind` and `metadata` optional; what the index holds always has them. */
type Indexed<T> = Omit<T, keyof KubernetesObject> & KubernetesObject;

/** @public */
export interface BuiltinKinds {
  'v1/ConfigMap': Indexed<ConfigMap>;
  'v1/Event': Indexed<Event>;
  'v1/LimitRange': Indexed<LimitRange>;
  'v1/Namespace': Indexed<Namespace>;
  'v1/Node': Indexed<Node>;
  'v1/PersistentVolumeClaim': Indexed<PersistentVolumeClaim>;
  'v1/Pod': Indexed<Pod>;
  /** Metadata only, and only where an installation grants it. */
  /** `dataKeys` are the names of its keys, known only of manifests. */
  'v1/Secret': Indexed<Pick<Secret, 'metadata'>> & { dataKeys?: string[] };
  'v1/Service': Indexed<Service>;
  'v1/ServiceAccount': Indexed<ServiceAccount>;
  'apps/v1/DaemonSet': Indexed<DaemonSet>;
  'apps/v1/Deployment': Indexed<Deployment>;
  'apps/v1/ReplicaSet': Indexed<ReplicaSet>;
  'apps/v1/StatefulSet': Indexed<StatefulSet>;
  'batch/v1/CronJob': Indexed<CronJob>;
  'batch/v1/Job': Indexed<Job>;
  'autoscaling/v2/HorizontalPodAutoscaler': Indexed<HorizontalPodAutoscaler>;
  'policy/v1/PodDisruptionBudget': Indexed<PodDisruptionBudget>;
  'discovery.k8s.io/v1/EndpointSlice': Indexed<EndpointSlice>;
  'networking.k8s.io/v1/Ingress': Indexed<Ingress>;
  'networking.k8s.io/v1/IngressClass': Indexed<IngressClass>;
  'networking.k8s.io/v1/NetworkPolicy': Indexed<NetworkPolicy>;
  'rbac.authorization.k8s.io/v1/ClusterRole': Indexed<ClusterRole>;
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding': Indexed<ClusterRoleBinding>;
  'rbac.authorization.k8s.io/v1/Role': Indexed<Role>;
  'rbac.authorization.k8s.io/v1/RoleBinding': Indexed<RoleBinding>;
  'storage.k8s.io/v1/StorageClass': Indexed<StorageClass>;
  'coordination.k8s.io/v1/Lease': Indexed<Lease>;
  'apiextensions.k8s.io/v1/CustomResourceDefinition': Indexed<CustomResourceDefinition>;
  'admissionregistration.k8s.io/v1/MutatingWebhookConfiguration': Indexed<MutatingWebhookConfiguration>;
  'admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration': Indexed<ValidatingWebhookConfiguration>;
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy': Indexed<ValidatingAdmissionPolicy>;
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding': Indexed<ValidatingAdmissionPolicyBinding>;
}
