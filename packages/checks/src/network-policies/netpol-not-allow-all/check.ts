// Isolation stays isolation: no policy that selects the pods allows everything and so undoes the others.
import type { CheckResult } from '@maturity-roadmap/engine';
import { fail, notApplicable, pass, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { portsOpenToAnyone } from '../breadth';
import { narrowingFix, nullification } from '../nullification';
import { directions, isolating } from '../selecting';

export const netpolNotAllowAll = defineCheck({
  id: 'netpol-not-allow-all',
  topic: 'network-policies',
  severity: 'high',
  since: '1.0',
  title: 'No NetworkPolicy allows everything to the isolated pods',
  why: 'NetworkPolicies add up: what one allows, no other can forbid. A single rule without peers and ports undoes a default deny, while every tool still lists the pods as isolated.',
  remediation:
    'Name the peers in `from` or `to` by namespace and pod selector, or by address block, and the ports they need. For traffic to the internet allow `0.0.0.0/0` except the private networks and the metadata service.',
  appliesWhen: 'A NetworkPolicy isolates the pods.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#allow-all-ingress-traffic',
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  ],
  reads: ['networking.k8s.io/v1/NetworkPolicy'],
  evaluate(workload, index): CheckResult {
    if (workload.podSpec.hostNetwork === true) return notApplicable("the pods use the node's network");
    const isolated = directions.filter(direction => isolating(workload, direction, index).length > 0);
    if (isolated.length === 0) return notApplicable('no NetworkPolicy isolates the pods');
    const found = isolated.map(direction => nullification(workload, direction, index));
    const named = (some: typeof found) => some.map(({ direction }) => direction.toLowerCase()).join(' and ');

    const open = found.filter(({ everything }) => everything.length > 0);
    const [first, ...more] = open.flatMap(({ everything }) => everything);
    if (first) {
      const reason = `isolated for ${named(open)} but nullified: ${first.object.name} allows everything`;
      return withFix(fail(reason, first, ...more), narrowingFix(workload, open, index));
    }

    const wide = found.filter(({ cluster }) => cluster.length > 0);
    const [widest, ...others] = wide.flatMap(({ cluster }) => cluster);
    if (widest)
      return warn(`${widest.object.name} allows ${named(wide)} for every pod of the cluster`, widest, ...others);

    const ports = isolating(workload, 'Ingress', index).flatMap(policy => portsOpenToAnyone(policy, 'Ingress'));
    const noted = ports.length > 0 ? `; any source reaches port ${[...new Set(ports)].join(', ')}` : '';
    return pass(`the policies for ${named(found)} name peers or ports${noted}`);
  },
});
