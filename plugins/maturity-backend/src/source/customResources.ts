// Custom resources of kinds that no check names: which groups are read, and which of their objects are kept.
import type { KindState, KubernetesObject } from '@maturity-roadmap/engine';
import { isBuiltinGroup, kindIdOf } from '@maturity-roadmap/engine';
import type { ClusterGateway, ServedResource } from './ClusterGateway';
import { GatewayError } from './ClusterGateway';
import type { ServedKind } from './discoverKinds';

/** API groups whose custom resources are read: names, `*.example.com` for all below, `*` for all. */
export interface CustomGroups {
  groups: readonly string[];
  /** Wins over `groups`. */
  exclude: readonly string[];
}

/** How the kind is called under which all of them are held. */
export const customKind = '*/*/CustomResource';

/**
 * Groups in which checks look something up by name. Where custom resources are read these are too, or what is in them
 * would seem to be missing.
 */
const lookedUp = [
  'bitnami.com',
  'external-secrets.io',
  'isindir.github.com',
  'keda.sh',
  'secrets-store.csi.x-k8s.io',
  'secrets.hashicorp.com',
  'telemetry.istio.io',
];

const matches = (pattern: string, group: string) =>
  pattern === '*' || pattern === group || (pattern.startsWith('*.') && group.endsWith(pattern.slice(1)));

/** Whether custom resources of a group are read. Groups of Kubernetes itself never are. */
export function isCustomGroup(group: string, { groups, exclude }: CustomGroups): boolean {
  if (group === '' || isBuiltinGroup(group) || groups.length === 0) return false;
  if (lookedUp.includes(group)) return true;
  return groups.some(one => matches(one, group)) && !exclude.some(one => matches(one, group));
}

/** What was found of them, and what could not be. */
export interface DiscoveredCustom {
  served: ServedKind[];
  state?: KindState;
}

/**
 * Asks in which kinds the groups are served, each in the version that the server prefers.
 *
 * @param groups - with their versions, preferred first
 */
export async function discoverCustom(
  gateway: ClusterGateway,
  cluster: string,
  groups: readonly { name: string; versions: readonly string[] }[],
  wanted: CustomGroups,
  signal: AbortSignal,
): Promise<DiscoveredCustom> {
  const served: ServedKind[] = [];
  let state: KindState | undefined;
  for (const { name, versions } of groups.filter(one => isCustomGroup(one.name, wanted))) {
    const apiVersion = `${name}/${versions[0]}`;
    const base = `/apis/${apiVersion}`;
    try {
      const { resources } = await gateway.get<{ resources: ServedResource[] }>(cluster, base, signal);
      for (const { name: plural, kind, verbs } of resources) {
        if (plural.includes('/') || !verbs.includes('list') || kindIdOf(apiVersion, kind) !== customKind) continue;
        served.push({ kind: customKind, path: `${base}/${plural}`, apiVersion, itemKind: kind });
      }
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      if (error.code !== 'notFound') state = { state: 'unreachable', message: `${name}: ${error.message}` };
    }
  }
  return { served, ...(state ? { state } : {}) };
}

/** What ties an object to a release or to a component. */
const ties = [
  'backstage.io/kubernetes-id',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/name',
  'helm.toolkit.fluxcd.io/name',
  'meta.helm.sh/release-name',
];

const isLookedUp = ({ apiVersion }: KubernetesObject) =>
  lookedUp.includes(apiVersion.slice(0, apiVersion.indexOf('/')));

/** Metadata and status; of its spec, which may hold anything, nothing unless checks look it up. */
export function withoutSpec(object: KubernetesObject): KubernetesObject {
  if (isLookedUp(object)) return object;
  const { apiVersion, kind, metadata, status } = object as KubernetesObject & { status?: unknown };
  return { apiVersion, kind, metadata, ...(status ? { status } : {}) } as KubernetesObject;
}

/** Whether an object can belong to a component or is looked up by its name; all others are not kept. */
export function isOfInterest(object: KubernetesObject): boolean {
  const { metadata } = object;
  if (isLookedUp(object)) return true;
  if ((metadata.ownerReferences ?? []).length > 0) return true;
  return ties.some(tie => metadata.labels?.[tie] !== undefined || metadata.annotations?.[tie] !== undefined);
}
