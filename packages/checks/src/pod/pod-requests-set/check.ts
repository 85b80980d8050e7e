// Every container says how much cpu and memory it needs: the scheduler places pods by what they ask for, nothing else.
import { failIfAny, pass } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { askingContainers, limitRangeFor, missingRequests } from '../resources';

export const podRequestsSet = defineCheck({
  id: 'pod-requests-set',
  topic: 'pod',
  severity: 'high',
  since: '1.0',
  title: 'Every container requests cpu and memory',
  why: 'A pod that asks for nothing fits everywhere, also on a node that is full. It is the first to be evicted under pressure, and autoscalers can neither scale it nor add nodes for it.',
  remediation:
    'Set `resources.requests.cpu` and `resources.requests.memory` on each container, from what it was seen to use.',
  appliesWhen: 'always',
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  reads: ['v1/LimitRange'],
  evaluate(workload, index) {
    const containers = askingContainers(workload);
    const open = containers.flatMap(container => {
      const missing = missingRequests(workload, container);
      return missing.length > 0 ? [{ container, missing }] : [];
    });
    if (open.length === 0) return pass(`all ${containers.length} containers request cpu and memory`);
    const resources = [...new Set(open.flatMap(({ missing }) => missing))];
    const defaults =
      workload.object.metadata.uid || index.state('v1/LimitRange').state !== 'notCollected'
        ? resources.map(resource => limitRangeFor(workload, index, 'defaultRequest', resource))
        : [];
    const [given] = defaults;
    if (given && defaults.every(Boolean)) {
      const evidence = {
        ...index.evidence(given, 'spec.limits', 'defaults for containers'),
        inheritedFrom: index.ref(given),
      };
      return pass(`LimitRange ${given.metadata.name} gives requests to containers without`, evidence);
    }
    const evidence = open.map(({ container, missing }) => ({
      object: workload.ref,
      path: `${container.path}.resources.requests`,
      observed: `no ${missing.join(', no ')}`,
      expected: missing.join(' and '),
    }));
    const names = open.map(({ container }) => container.name).join(', ');
    const verb = open.length === 1 ? 'does' : 'do';
    return failIfAny(
      evidence,
      `${open.length} of ${containers.length} containers ${verb} not request ${resources.join(' and ')}: ${names}`,
      () => pass(''),
    );
  },
});
