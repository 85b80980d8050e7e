// Every container has a memory limit, so that a leak ends one container and not its neighbours on the node.
import { fail, pass } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { askingContainers, limitRangeFor, limits, podLimits } from '../resources';

export const podMemoryLimitSet = defineCheck({
  id: 'pod-memory-limit-set',
  topic: 'pod',
  severity: 'medium',
  since: '1.0',
  title: 'Every container has a memory limit',
  why: 'Memory can not be taken back: without a limit a leak grows until the node runs out and the kernel kills whatever it finds, other services among it. A cpu limit is not asked for; it only slows down.',
  remediation: 'Set `resources.limits.memory` on each container, at or a little above its request.',
  appliesWhen: 'always',
  references: [
    'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run',
  ],
  reads: ['v1/LimitRange'],
  evaluate(workload, index) {
    const containers = askingContainers(workload);
    const open = containers.filter(container => !limits(container, 'memory'));
    const [first, ...more] = open;
    if (!first || podLimits(workload, 'memory')) return pass('the memory of all containers is limited');
    const given =
      index.state('v1/LimitRange').state === 'notCollected'
        ? undefined
        : limitRangeFor(workload, index, 'default', 'memory');
    if (given?.spec?.limits?.some(limit => limit.default?.memory !== undefined)) {
      const evidence = {
        ...index.evidence(given, 'spec.limits', 'a default memory limit'),
        inheritedFrom: index.ref(given),
      };
      return pass(`LimitRange ${given.metadata.name} limits containers without`, evidence);
    }
    const evidence = ({ path }: { path: string }) => ({
      object: workload.ref,
      path: `${path}.resources.limits.memory`,
      observed: 'absent',
      expected: 'a limit, for instance 256Mi',
    });
    const names = open.map(({ name }) => name).join(', ');
    return fail(
      `${open.length} of ${containers.length} containers have no memory limit: ${names}`,
      evidence(first),
      ...more.map(evidence),
    );
  },
});
