// What the status of a route says of its parents.
import type { Evidence, ObjectView } from '@maturity-roadmap/engine';
import { minutesSince } from '@maturity-roadmap/engine';
import type { BackendKinds } from './routeBackends';
import { backendDefects } from './routeBackends';
import type { Route, RouteKind } from './routing';
import { gatewayParents } from './routing';

type Parent = ReturnType<typeof gatewayParents>[number];

/** Time that a controller may take until it has said something of a new route. */
const graceMinutes = 5;

/** Whether a controller judged an older version of the route. */
export function isBehind({ status, metadata }: Route): boolean {
  const seen = (status?.parents ?? []).flatMap(({ conditions }) =>
    (conditions ?? []).flatMap(one => one.observedGeneration ?? []),
  );
  return seen.some(generation => generation < (metadata.generation ?? 0));
}

/** Whether two references mean the same parent, with the defaults of the API and of the route's own namespace. */
function isSameParent(a: Parent, b: Parent, { metadata }: Route): boolean {
  const key = (one: Parent) =>
    JSON.stringify([
      one.group ?? 'gateway.networking.k8s.io',
      one.kind ?? 'Gateway',
      one.namespace ?? metadata.namespace,
      one.name,
      one.sectionName,
      one.port,
    ]);
  return key(a) === key(b);
}

const statusOf = (parent: Parent, route: Route) =>
  route.status?.parents?.find(one => isSameParent(one.parentRef, parent, route));

/** Whether a gateway has said that it does not take the route. */
export function isRefused(parent: Parent, route: Route): boolean {
  const conditions = statusOf(parent, route)?.conditions ?? [];
  return conditions.some(({ type, status }) => type === 'Accepted' && status === 'False');
}

/** Whether the route's backends are known to be at fault, which another check says. */
function hasFaultyBackends(route: Route, index: ObjectView<BackendKinds>): boolean {
  const { state } = index.state('gateway.networking.k8s.io/v1beta1/ReferenceGrant');
  return (state === 'synced' || state === 'notServed') && backendDefects(route, index).length > 0;
}

/** What is wrong between a route and its gateways. */
export interface Refusals {
  /** What a gateway said against the route. */
  refused: Evidence[];
  /** Gateways that said nothing although they had the time. */
  unclaimed: Evidence[];
  /** Gateways that may yet say something. */
  waiting: Evidence[];
}

/** Gathers what gateways say of a route. */
export function refusalsOf(route: Route, index: ObjectView<RouteKind | BackendKinds>): Refusals {
  const refusals: Refusals = { refused: [], unclaimed: [], waiting: [] };
  const isNew = (minutesSince(route.metadata.creationTimestamp, index) ?? graceMinutes) < graceMinutes;
  for (const parent of gatewayParents(route)) {
    const path = `status.parents[${parent.name}]`;
    const status = statusOf(parent, route);
    if (!status) {
      const row = index.evidence(route, path, 'absent', 'Accepted by a controller');
      refusals[isNew ? 'waiting' : 'unclaimed'].push(row);
      continue;
    }
    for (const type of ['Accepted', 'ResolvedRefs']) {
      const condition = status.conditions?.find(one => one.type === type);
      if (condition?.status === 'True') continue;
      if (type === 'ResolvedRefs' && hasFaultyBackends(route, index)) continue;
      const observed = condition?.reason ?? 'absent';
      refusals.refused.push(index.evidence(route, `${path}.conditions[${type}]`, observed, 'True'));
    }
  }
  return refusals;
}
