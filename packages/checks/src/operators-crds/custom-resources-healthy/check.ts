// The custom resources of the component are what their operator made of them: ready, and up to date.
import { fail, notApplicable, pass, unknown } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { resourcesOf } from '../belonging';
import type { CustomResource } from '../resourceHealth';
import { healthOf } from '../resourceHealth';

export const customResourcesHealthy = defineCheck({
  id: 'custom-resources-healthy',
  topic: 'operators-crds',
  severity: 'medium',
  since: '1.0',
  title: 'The component’s custom resources are healthy',
  why: 'A custom resource is a request to an operator: a database, a topic, a certificate. If it is not ready, the component lacks what it asked for, although its own pods may look fine.',
  remediation:
    'Read the reason and message of the condition with `kubectl describe`, mend the resource’s spec or what the operator needs, and wait until it is ready.',
  appliesWhen: 'Custom resources on a running cluster belong to the component and report a status.',
  references: [
    'https://github.com/kubernetes/community/blob/master/contributors/devel/sig-architecture/api-conventions.md#typical-status-properties',
    'https://kubernetes.io/docs/concepts/extend-kubernetes/operator/',
  ],
  reads: ['*/*/CustomResource'],
  evaluate(workload, index) {
    const resources = resourcesOf(workload, index);
    if (resources.length === 0) return notApplicable('no custom resources belong to it');
    // Kinds that only hold settings never get a status; they have no health to judge.
    const live = resources.filter(({ status }) => status);
    if (live.length === 0) return notApplicable('none of its custom resources reports a status');
    const judged = live.map(resource => ({ resource, ...healthOf(resource, index) }));
    const nameOf = ({ kind, metadata }: CustomResource) => `${kind} ${metadata.name}`;
    const rows = judged.flatMap(({ resource, state, condition }) => {
      if (!condition) return [];
      const { type, status, reason = '', message = '' } = condition;
      const observed = `${status} ${reason} ${message}`.trim();
      const evidence = index.evidence(resource, `status.conditions[${type}]`, observed);
      return [{ state, text: `${nameOf(resource)} is ${status === 'True' ? type : `not ${type}`}`, evidence }];
    });
    const bad = rows.filter(({ state }) => state === 'unhealthy');
    const [first, ...more] = bad.map(({ evidence }) => evidence);
    if (first) return fail(bad.map(({ text }) => text).join('; '), first, ...more);
    const busy = judged.filter(({ state }) => state === 'settling').map(({ resource }) => nameOf(resource));
    if (busy.length > 0) return unknown('notSettled', `being reconciled just now: ${busy.join(', ')}`);
    if (rows.length === 0) return unknown('unresolvable', `no known condition: ${live.map(nameOf).join(', ')}`);
    const count = rows.length === 1 ? '1 custom resource is' : `${rows.length} custom resources are`;
    return pass(`${count} healthy`, ...rows.map(({ evidence }) => evidence));
  },
});
