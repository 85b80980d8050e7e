// Kinds of the Gateway API. See https://gateway-api.sigs.k8s.io/reference/spec/
import type { LabelSelector } from 'kubernetes-types/meta/v1';
import type { Condition, CustomObject } from '../objects';

/** Group defaults to gateway.networking.k8s.io, kind to Gateway, namespace to the route's. @public */
export interface ParentReference {
  group?: string;
  kind?: string;
  namespace?: string;
  name: string;
  sectionName?: string;
  port?: number;
}

/** Group defaults to the core group, kind to Service, namespace to the route's. @public */
export interface BackendReference {
  group?: string;
  kind?: string;
  namespace?: string;
  name: string;
  port?: number;
  weight?: number;
}

/** @public */
export interface RouteRule {
  matches?: Record<string, unknown>[];
  filters?: { type: string }[];
  backendRefs?: BackendReference[];
}

/** HTTPRoute, GRPCRoute and TLSRoute share what we read. @public */
export type Route = CustomObject<
  { parentRefs?: ParentReference[]; hostnames?: string[]; rules?: RouteRule[] },
  { parents?: { parentRef: ParentReference; controllerName?: string; conditions?: Condition[] }[] }
>;

/** @public */
export interface GatewayListener {
  name: string;
  hostname?: string;
  port: number;
  protocol: string;
  tls?: {
    mode?: 'Terminate' | 'Passthrough';
    certificateRefs?: BackendReference[];
    /** What only one implementation knows; may stand for certificates. */
    options?: Record<string, string>;
  };
  allowedRoutes?: {
    namespaces?: { from?: 'All' | 'Same' | 'Selector' | 'None'; selector?: LabelSelector };
    kinds?: { group?: string; kind: string }[];
  };
}

/** @public */
export type Gateway = CustomObject<
  { gatewayClassName: string; listeners?: GatewayListener[] },
  { conditions?: Condition[]; listeners?: { name: string; attachedRoutes?: number; conditions?: Condition[] }[] }
>;

/** @public */
export type ReferenceGrant = CustomObject<{
  from: { group: string; kind: string; namespace: string }[];
  to: { group: string; kind: string; name?: string }[];
}>;

/** @public */
export interface GatewayKinds {
  'gateway.networking.k8s.io/v1/Gateway': Gateway;
  'gateway.networking.k8s.io/v1/HTTPRoute': Route;
  'gateway.networking.k8s.io/v1/GRPCRoute': Route;
  'gateway.networking.k8s.io/v1alpha2/TLSRoute': Route;
  'gateway.networking.k8s.io/v1beta1/ReferenceGrant': ReferenceGrant;
}
