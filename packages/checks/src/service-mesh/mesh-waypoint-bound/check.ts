// In ambient mode, what looks into requests has a waypoint that can.
import { notApplicable, pass, servicesOf, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { enrolmentKinds, enrolmentOf } from '../enrolment';
import { unboundPolicies, waypointDefect, waypointKinds } from '../waypointDefects';
import { waypointUses } from '../waypoints';

export const meshWaypointBound = defineCheck({
  id: 'mesh-waypoint-bound',
  topic: 'service-mesh',
  severity: 'medium',
  advice: true,
  since: '1.0',
  revisions: [
    { since: '1.1', what: 'A Service without a label keeps the waypoint of its namespace beside others with one.' },
  ],
  title: 'Rules for requests have a waypoint that applies them',
  why: 'The node proxy of ambient mode sees connections, not requests. A rule for methods or paths that no waypoint applies denies too much or, bound to a waypoint that is not there, nothing at all.',
  remediation:
    'Create the waypoint with `istioctl waypoint apply`, bind it by the label `istio.io/use-waypoint`, and let `istio.io/waypoint-for` cover the kind of traffic.',
  appliesWhen: 'The pods are in Istio’s ambient mode, and a waypoint is named or a policy looks into requests.',
  references: [
    'https://istio.io/latest/docs/ambient/usage/waypoint/',
    'https://istio.io/latest/docs/ambient/usage/l7-features/',
  ],
  reads: [...enrolmentKinds, 'v1/Service', ...waypointKinds],
  evaluate(workload, index) {
    const { mode, namespace } = enrolmentOf(workload, index);
    if (mode !== 'Istio ambient') return notApplicable('the pods are not in ambient mode');
    const services = servicesOf(workload, index);
    const policies = unboundPolicies(workload, index);
    const uses = waypointUses(workload, services, namespace);
    if (uses.length + policies.length === 0) return notApplicable('nothing asks for a waypoint');
    const found = [...policies, ...uses.flatMap(use => waypointDefect(use, workload, index) ?? [])];
    const [first, ...more] = found.map(({ evidence }) => evidence);
    return first
      ? warn(found.map(({ what }) => what).join('; '), first, ...more)
      : pass('its waypoint is there and handles its traffic');
  },
});
