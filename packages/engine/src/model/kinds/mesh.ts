// Kinds of the service meshes Istio and Linkerd, and of network policies beyond Kubernetes' own.
import type { LabelSelector } from 'kubernetes-types/meta/v1';
import type { CustomObject } from '../objects';

/** Mutual TLS mode; UNSET and a missing value inherit. @public */
export type MtlsMode = 'UNSET' | 'DISABLE' | 'PERMISSIVE' | 'STRICT';

/** See https://istio.io/latest/docs/reference/config/security/peer_authentication/ @public */
export type PeerAuthentication = CustomObject<{
  selector?: { matchLabels?: Record<string, string> };
  mtls?: { mode?: MtlsMode };
  /** Keyed by container port. */
  portLevelMtls?: Record<string, { mode?: MtlsMode }>;
}>;

/** See https://istio.io/latest/docs/reference/config/security/authorization-policy/ @public */
export type IstioAuthorizationPolicy = CustomObject<{
  selector?: { matchLabels?: Record<string, string> };
  targetRef?: { group?: string; kind: string; name: string };
  targetRefs?: { group?: string; kind: string; name: string }[];
  action?: 'ALLOW' | 'DENY' | 'AUDIT' | 'CUSTOM';
  rules?: Record<string, unknown>[];
}>;

/** See https://linkerd.io/2/reference/authorization-policy/#server @public */
export type LinkerdServer = CustomObject<{
  podSelector?: LabelSelector;
  port?: number | string;
  proxyProtocol?: string;
  accessPolicy?: string;
}>;

/** See https://linkerd.io/2/reference/authorization-policy/#authorizationpolicy @public */
export type LinkerdAuthorizationPolicy = CustomObject<{
  targetRef: { group?: string; kind: string; name: string };
  requiredAuthenticationRefs?: { group?: string; kind: string; name: string; namespace?: string }[];
}>;

/** A destination of traffic in Istio's rules. @public */
export interface IstioRoute {
  timeout?: string;
  retries?: { attempts?: number };
  route?: { destination?: { host?: string; subset?: string }; weight?: number }[];
}

/** See https://istio.io/latest/docs/reference/config/networking/virtual-service/ @public */
export type VirtualService = CustomObject<{
  hosts?: string[];
  http?: IstioRoute[];
  tls?: IstioRoute[];
  tcp?: IstioRoute[];
}>;

/** See https://istio.io/latest/docs/reference/config/networking/destination-rule/ @public */
export type DestinationRule = CustomObject<{
  host?: string;
  subsets?: { name: string; labels?: Record<string, string> }[];
  trafficPolicy?: { outlierDetection?: object; tls?: { mode?: string } };
}>;

/** See https://github.com/servicemeshinterface/smi-spec/blob/main/apis/traffic-split/v1alpha4/traffic-split.md @public */
export type TrafficSplit = CustomObject<{
  service?: string;
  backends?: { service: string; weight?: number | string }[];
}>;

/** Pods that an administrator's policy means: all of some namespaces, or some of them. @public */
export interface AdminNetworkPods {
  namespaces?: LabelSelector;
  pods?: { namespaceSelector?: LabelSelector; podSelector?: LabelSelector };
}

/** Destinations that only egress rules may name come beside the pods. @public */
export type AdminNetworkPeer = AdminNetworkPods & { nodes?: LabelSelector; networks?: string[] };

/** @public */
export interface AdminNetworkPort {
  portNumber?: { protocol?: string; port?: number };
  portRange?: { protocol?: string; start?: number; end?: number };
  namedPort?: string;
}

/** @public */
export interface AdminNetworkRule {
  name?: string;
  action?: string;
  from?: AdminNetworkPeer[];
  to?: AdminNetworkPeer[];
  ports?: AdminNetworkPort[];
}

/** AdminNetworkPolicy and, without priority, its baseline. See https://network-policy-api.sigs.k8s.io/reference/spec/ @public */
export type AdminNetworkPolicy = CustomObject<{
  /** 0 comes first, 1000 last. */
  priority?: number;
  subject?: AdminNetworkPods;
  ingress?: AdminNetworkRule[];
  egress?: AdminNetworkRule[];
}>;

/** Port that a connection goes to. @public */
export interface ClusterNetworkPort {
  destinationPort?: { number?: number; range?: { start?: number; end?: number } };
}

/** @public */
export interface ClusterNetworkProtocol {
  tcp?: ClusterNetworkPort;
  udp?: ClusterNetworkPort;
  sctp?: ClusterNetworkPort;
  destinationNamedPort?: string;
}

/** @public */
export interface ClusterNetworkRule {
  name?: string;
  action?: string;
  from?: AdminNetworkPeer[];
  to?: AdminNetworkPeer[];
  protocols?: ClusterNetworkProtocol[];
}

/** Successor of AdminNetworkPolicy. See https://network-policy-api.sigs.k8s.io/api-overview/ @public */
export type ClusterNetworkPolicy = CustomObject<{
  /** `Admin` comes before NetworkPolicies, `Baseline` after them. */
  tier?: string;
  /** 0 comes first, 1000 last. */
  priority?: number;
  subject?: AdminNetworkPods;
  ingress?: ClusterNetworkRule[];
  egress?: ClusterNetworkRule[];
}>;

/** @public */
export interface MeshKinds {
  'security.istio.io/v1/PeerAuthentication': PeerAuthentication;
  'security.istio.io/v1/AuthorizationPolicy': IstioAuthorizationPolicy;
  'networking.istio.io/v1/DestinationRule': DestinationRule;
  'networking.istio.io/v1/VirtualService': VirtualService;
  'policy.linkerd.io/v1beta3/Server': LinkerdServer;
  'policy.linkerd.io/v1alpha1/AuthorizationPolicy': LinkerdAuthorizationPolicy;
  'policy.linkerd.io/v1alpha1/MeshTLSAuthentication': CustomObject;
  'cilium.io/v2/CiliumNetworkPolicy': CustomObject;
  'cilium.io/v2/CiliumClusterwideNetworkPolicy': CustomObject;
  'projectcalico.org/v3/NetworkPolicy': CustomObject;
  'projectcalico.org/v3/GlobalNetworkPolicy': CustomObject;
  'policy.networking.k8s.io/v1alpha1/AdminNetworkPolicy': AdminNetworkPolicy;
  'policy.networking.k8s.io/v1alpha1/BaselineAdminNetworkPolicy': AdminNetworkPolicy;
  'policy.networking.k8s.io/v1alpha2/ClusterNetworkPolicy': ClusterNetworkPolicy;
  'split.smi-spec.io/v1alpha4/TrafficSplit': TrafficSplit;
}
