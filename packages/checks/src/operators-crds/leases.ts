// Who holds the Leases of a cluster.
import type { ObjectOf, ObjectView } from '@maturity-roadmap/engine';
import { derived } from '@maturity-roadmap/engine';

const kind = 'coordination.k8s.io/v1/Lease';
export type Lease = ObjectOf<typeof kind>;

const holderOf = ({ spec }: Lease) => spec?.holderIdentity ?? '';

/** By the name of their holder, so that they can be searched by halves: each node has one. */
const byHolder = derived([kind], index => [...index.all(kind)].sort((a, b) => (holderOf(a) < holderOf(b) ? -1 : 1)));

function heldAnywhere(prefix: string, leases: readonly Lease[]): Lease[] {
  let from = 0;
  for (let to = leases.length; from < to;) {
    const middle = Math.floor((from + to) / 2);
    if (holderOf(leases[middle]) < prefix) from = middle + 1;
    else to = middle;
  }
  const found: Lease[] = [];
  for (let at = from; at < leases.length && holderOf(leases[at]).startsWith(prefix); at++) found.push(leases[at]);
  return found;
}

/**
 * Whether one of several pods holds a Lease: the holder is a pod's name, mostly with something behind it. Those of all
 * other namespaces, which change all the time, are looked at only where neither the pods' own nor `kube-system` has one.
 */
export function holdsLease(
  pods: readonly string[],
  namespace: string,
  isFresh: (lease: Lease) => boolean,
  index: ObjectView<typeof kind>,
): boolean {
  const isTheirs = (lease: Lease) => pods.some(name => holderOf(lease).startsWith(name)) && isFresh(lease);
  return (
    [namespace, 'kube-system'].some(place => index.inNamespace(kind, place).some(isTheirs)) ||
    pods.some(name => heldAnywhere(name, byHolder(index)).some(isFresh))
  );
}
