// The autoscaler may move: never below two replicas where users wait, and with room above.
import { fail, fixFields, notApplicable, pass, servicesOf, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import type { ScalerBounds } from '../bounds';
import { boundsOf } from '../bounds';

export const hpaBounds = defineCheck({
  id: 'hpa-bounds',
  topic: 'hpa-vpa',
  severity: 'medium',
  since: '1.0',
  revisions: [{ since: '1.1', what: 'The number of replicas that KEDA keeps when idle is the least.' }],
  title: 'The autoscaler keeps two replicas and has room to grow',
  why: 'A minimum of one makes each node drain an outage, and zero makes the first user wait for a start. A maximum that equals the minimum, or that is reached already, scales nothing.',
  remediation: 'Set the minimum to 2 or more for what a Service serves, and the maximum well above the usual load.',
  appliesWhen: 'A HorizontalPodAutoscaler or KEDA ScaledObject scales the workload.',
  references: [
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
    'https://keda.sh/docs/latest/reference/scaledobject-spec/',
  ],
  reads: ['autoscaling/v2/HorizontalPodAutoscaler', 'keda.sh/v1alpha1/ScaledObject', 'v1/Service'],
  evaluate(workload, index) {
    const all = boundsOf(workload, index);
    if (all.length === 0) return notApplicable('no autoscaler scales it');
    const row = ({ object }: ScalerBounds, path: string, observed: number, expected?: string) =>
      index.evidence(object, path, String(observed), expected);
    const stuck = all.find(({ min, max }) => max <= min);
    if (stuck) {
      const reason = `${stuck.object.kind} can't scale: minimum ${stuck.min}, maximum ${stuck.max}`;
      return fail(reason, row(stuck, stuck.maxPath, stuck.max, `more than ${stuck.min}`));
    }
    const low = all.find(({ min }) => min < 2);
    const [service] = low ? servicesOf(workload, index) : [];
    if (low?.min === 0 && service) {
      const reason = `may shrink to 0 replicas although Service ${service.metadata.name} serves it`;
      const path = `/${low.minPath.replaceAll('.', '/')}`;
      const result = fail(reason, row(low, low.minPath, low.min, '2 or more'));
      const isMinimum = low.minPath !== 'spec.idleReplicaCount';
      return withFix(
        result,
        isMinimum && low.max > 2 ? fixFields(index.ref(low.object), low.object, { [path]: 2 }) : undefined,
      );
    }
    const pinned = all.find(({ isPinned }) => isPinned);
    if (pinned) {
      const evidence = row(pinned, pinned.maxPath, pinned.max, 'room above what is needed');
      return warn(`at its maximum of ${pinned.max} replicas and in need of more`, evidence);
    }
    // A single replica behind a Service is one fact, which deployment-replicas-ha counts.
    if (low && service) return notApplicable('its minimum of 1 is judged by deployment-replicas-ha');
    const seen = all.flatMap(one => [row(one, one.minPath, one.min), row(one, one.maxPath, one.max)]);
    return pass(all.map(({ min, max }) => `scales between ${min} and ${max} replicas`).join('; '), ...seen);
  },
});
