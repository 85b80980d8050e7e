// Whether the policies that isolate a workload leave it isolated: together they allow what each of them allows.
import type { Evidence, Fix, ObjectView, Workload } from '@maturity-roadmap/engine';
import { openingsOf } from './breadth';
import type { Direction, NetworkPolicy } from './selecting';
import { isolating, listOf } from './selecting';

/** What a workload's policies open in a direction, as evidence: all of the network, or all of the cluster. */
export interface Nullification {
  direction: Direction;
  everything: Evidence[];
  cluster: Evidence[];
  /** What opens everything: a rule or a peer, by its policy. */
  openers: { policy: NetworkPolicy; pointer: string }[];
}

/** Gathers what the policies of one direction open. Two halves of the address space count as all of it. */
export function nullification(
  workload: Workload,
  direction: Direction,
  index: ObjectView<'networking.k8s.io/v1/NetworkPolicy'>,
): Nullification {
  const openings = isolating(workload, direction, index).flatMap(policy =>
    openingsOf(policy, direction).map(opening => ({
      ...opening,
      policy,
      evidence: index.evidence(policy, opening.path, opening.observed, 'the peers that need it, by selector or block'),
    })),
  );
  if (openings.length === 0) return { direction, everything: [], cluster: [], openers: [] };
  const halves = openings.filter(({ breadth }) => breadth === 'half');
  const families = [
    halves.filter(({ observed }) => observed.includes(':')),
    halves.filter(({ observed }) => !observed.includes(':')),
  ];
  const whole = families.filter(family => new Set(family.map(({ observed }) => observed)).size > 1).flat();
  const everything = [...openings.filter(({ breadth }) => breadth === 'everything'), ...whole];
  return {
    direction,
    everything: everything.map(one => one.evidence),
    openers: everything.map(({ policy, pointer }) => ({ policy, pointer })),
    cluster: openings.filter(({ breadth }) => breadth === 'cluster').map(one => one.evidence),
  };
}

const rulesOf = ({ spec }: NetworkPolicy, direction: Direction): readonly object[] =>
  listOf<object>(direction === 'Ingress' ? spec?.ingress : spec?.egress);

/**
 * Takes out of one policy what opens everything, where other rules are left that say who is meant: without any the
 * change would cut the pods off.
 */
export function narrowingFix(
  workload: Workload,
  found: readonly Nullification[],
  index: ObjectView<'networking.k8s.io/v1/NetworkPolicy'>,
): Fix | undefined {
  const openers = found.flatMap(one => one.openers);
  const [first] = openers;
  if (!first || openers.some(({ policy }) => policy !== first.policy)) return undefined;
  const pointers = openers.map(({ pointer }) => pointer);
  const rules = pointers.map(pointer => pointer.split('/').slice(0, 4).join('/'));
  // Several parts of one rule, or none but what is taken out: nobody can tell what was meant.
  if (new Set(rules).size < rules.length) return undefined;
  const isLeft = found.every(({ direction, openers: own }) => {
    const all = isolating(workload, direction, index).reduce((sum, one) => sum + rulesOf(one, direction).length, 0);
    return all > own.filter(({ pointer }) => pointer.split('/').length === 4).length;
  });
  if (!isLeft) return undefined;
  // From the end, so that taking one out moves none that is still to be taken out.
  const operations = [...pointers].reverse().map(path => ({ op: 'remove' as const, path }));
  return { object: index.ref(first.policy), operations };
}
