// What the status of a route says of its parents.
import type { Route, gatewayParents } from './routing';

type Parent = ReturnType<typeof gatewayParents>[number];

/** Whether a controller judged an older version of the route. */
export function isBehind({ status, metadata }: Route): boolean {
  const seen = (status?.parents ?? []).flatMap(({ conditions }) =>
    (conditions ?? []).flatMap(one => one.observedGeneration ?? []),
  );
  return seen.some(generation => generation < (metadata.generation ?? 0));
}

/** Whether two references mean the same parent, with the defaults of the route's own namespace. */
export function isSameParent(a: Parent, b: Parent, { metadata }: Route): boolean {
  const key = (one: Parent) =>
    JSON.stringify([one.name, one.namespace ?? metadata.namespace, one.sectionName, one.port]);
  return key(a) === key(b);
}
