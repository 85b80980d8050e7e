// The StatefulSet has its headless Service, which gives each of its pods a name of its own.
import type { ObjectOf } from '@maturity-roadmap/engine';
import { fail, matchesLabels, notApplicable, pass, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { missingService, rightService } from '../headlessService';

export const stsHeadlessService = defineCheck({
  id: 'sts-headless-service',
  topic: 'statefulset',
  severity: 'high',
  since: '1.0',
  title: 'The StatefulSet has its headless Service',
  why: 'Members of a stateful set find each other by stable names, which come from a headless Service of the name that the set gives. Without it the names do not resolve and a cluster of them does not form.',
  remediation:
    'Create a Service with `clusterIP: None`, the name in `spec.serviceName`, and a selector that matches the pods.',
  appliesWhen: 'The workload is a StatefulSet that names a Service.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id'],
  reads: ['v1/Service'],
  evaluate(workload, index) {
    if (workload.kind !== 'StatefulSet') return notApplicable(`a ${workload.kind} is no StatefulSet`);
    const name = (workload.object as ObjectOf<'apps/v1/StatefulSet'>).spec?.serviceName;
    if (!name) return notApplicable('it names no Service, so its members need no names');
    const service = index.get('v1/Service', workload.namespace, name);
    if (!service) {
      const evidence = {
        object: workload.ref,
        path: 'spec.serviceName',
        observed: name,
        expected: 'a headless Service of this name',
      };
      const result = fail(`Service ${name} does not exist`, evidence);
      return withFix(result, rightService(workload, index) ?? missingService(workload, name));
    }
    if (service.spec?.clusterIP !== 'None') {
      const observed = service.spec?.clusterIP ?? 'absent';
      return fail(`Service ${name} is not headless`, index.evidence(service, 'spec.clusterIP', observed, 'None'));
    }
    if (!matchesLabels(service.spec?.selector, workload.podLabels)) {
      const observed = JSON.stringify(service.spec?.selector ?? {});
      return fail(
        `Service ${name} does not select its pods`,
        index.evidence(service, 'spec.selector', observed, JSON.stringify(workload.podLabels)),
      );
    }
    if (service.spec?.ports?.length === 0)
      return warn(
        `Service ${name} has no ports`,
        index.evidence(service, 'spec.ports', 'none', 'the ports of the members'),
      );
    return pass(`headless Service ${name} names its pods`);
  },
});
