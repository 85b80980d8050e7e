// Asks a cluster which of the kinds that checks read it serves, and at which path.
import type { KindDefinition, KindId, KindState } from '@maturity-roadmap/engine';
import { errorMessage, kindDefinition } from '@maturity-roadmap/engine';
import type { ClusterGateway, ServedResource } from './ClusterGateway';
import { GatewayError } from './ClusterGateway';
import type { CustomGroups } from './customResources';
import { customKind, discoverCustom } from './customResources';

/** A list that can be fetched. */
export interface ServedKind {
  kind: KindId;
  /** Path of the list over all namespaces. */
  path: string;
  /** What its items are, since list items carry no kind of their own. */
  apiVersion: string;
  itemKind: string;
}

/** What a cluster serves of the kinds asked for. */
export interface Discovered {
  served: ServedKind[];
  states: Map<KindId, KindState>;
}

interface GroupList {
  groups: { name: string; versions: { version: string }[]; preferredVersion?: { version: string } }[];
}

/**
 * Asks the API server by group: a group that is not in its list is not served; a group whose resources can't be read
 * (an aggregated API that is down) is unreachable, never absent.
 *
 * @throws GatewayError if the list of groups itself can't be read
 */
export async function discoverKinds(
  gateway: ClusterGateway,
  cluster: string,
  kinds: ReadonlySet<KindId>,
  signal: AbortSignal,
  custom?: CustomGroups,
): Promise<Discovered> {
  const { groups } = await gateway.get<GroupList>(cluster, '/apis', signal);
  const found: Discovered = { served: [], states: new Map() };
  const byGroup = new Map<string, KindDefinition[]>();
  for (const kind of kinds) {
    const definition = kindDefinition(kind);
    // Files are not in a cluster, and kinds that nobody named can't be asked for by name.
    if (definition.provenance === 'repository' || definition.group === '*') continue;
    byGroup.set(definition.group, [...(byGroup.get(definition.group) ?? []), definition]);
  }
  for (const [group, definitions] of byGroup) {
    const served = groups.find(({ name }) => name === group);
    if (group !== '' && !served) {
      for (const { id } of definitions) found.states.set(id, { state: 'notServed' });
      continue;
    }
    const versions = group === '' ? ['v1'] : served!.versions.map(({ version }) => version);
    await discoverGroup(gateway, cluster, { group, versions, definitions }, found, signal);
  }
  if (custom && kinds.has(customKind)) {
    const preferred = groups.map(({ name, versions, preferredVersion }) => {
      const all = versions.map(({ version }) => version);
      return { name, versions: preferredVersion ? [preferredVersion.version, ...all] : all };
    });
    const { served, state } = await discoverCustom(gateway, cluster, preferred, custom, signal);
    found.served.push(...served);
    if (state || served.length === 0) found.states.set(customKind, state ?? { state: 'notServed' });
  }
  return found;
}

interface Group {
  group: string;
  versions: string[];
  definitions: KindDefinition[];
}

async function discoverGroup(
  gateway: ClusterGateway,
  cluster: string,
  { group, versions, definitions }: Group,
  found: Discovered,
  signal: AbortSignal,
): Promise<void> {
  const open = new Set(definitions);
  let failure: string | undefined;
  const wanted = new Set(definitions.map(({ version }) => version));
  // The version that the checks are written for goes first, then the server's own order of preference.
  const ordered = [...versions.filter(v => wanted.has(v)), ...versions.filter(v => !wanted.has(v))];
  for (const version of ordered) {
    if (open.size === 0) return;
    const apiVersion = group ? `${group}/${version}` : version;
    const base = group ? `/apis/${apiVersion}` : `/api/${version}`;
    try {
      const { resources } = await gateway.get<{ resources: ServedResource[] }>(cluster, base, signal);
      for (const definition of open) {
        const matching = listable(resources).filter(({ kind }) => definition.kind === '*' || kind === definition.kind);
        for (const resource of matching) {
          found.served.push({
            kind: definition.id,
            path: `${base}/${resource.name}`,
            apiVersion,
            itemKind: resource.kind,
          });
        }
        if (matching.length > 0) open.delete(definition);
      }
    } catch (error) {
      if (!(error instanceof GatewayError && error.code === 'notFound')) failure = errorMessage(error);
    }
  }
  for (const { id } of open) {
    found.states.set(id, failure ? { state: 'unreachable', message: failure } : { state: 'notServed' });
  }
}

/** Subresources have a slash in their name. */
function listable(resources: readonly ServedResource[]): ServedResource[] {
  return resources.filter(({ name, verbs }) => !name.includes('/') && verbs.includes('list'));
}
