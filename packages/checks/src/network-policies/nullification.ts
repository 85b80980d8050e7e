// Whether the policies that isolate a workload leave it isolated: together they allow what each of them allows.
import type { Evidence, ObjectView, Workload } from '@maturity-roadmap/engine';
import { openingsOf } from './breadth';
import type { Direction } from './selecting';
import { isolating } from './selecting';

/** What a workload's policies open in a direction, as evidence: all of the network, or all of the cluster. */
export interface Nullification {
  everything: Evidence[];
  cluster: Evidence[];
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
      evidence: index.evidence(policy, opening.path, opening.observed, 'the peers that need it, by selector or block'),
    })),
  );
  const halves = openings.filter(({ breadth }) => breadth === 'half');
  const families = [
    halves.filter(({ observed }) => observed.includes(':')),
    halves.filter(({ observed }) => !observed.includes(':')),
  ];
  const whole = families.filter(family => new Set(family.map(({ observed }) => observed)).size > 1).flat();
  return {
    everything: [...openings.filter(({ breadth }) => breadth === 'everything'), ...whole].map(one => one.evidence),
    cluster: openings.filter(({ breadth }) => breadth === 'cluster').map(one => one.evidence),
  };
}
