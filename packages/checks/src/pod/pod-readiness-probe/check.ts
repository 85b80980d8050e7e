// Each container behind a Service says when it is ready, so that no request reaches one that can't answer yet.
import type { Container } from 'kubernetes-types/core/v1';
import { containerOfPort, fail, failIfAny, notApplicable, pass, servicesOf } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { missingPort } from '../probes';

const portThatIsNotThere = (container: Container) =>
  container.readinessProbe && missingPort(container.readinessProbe, container);

export const podReadinessProbe = defineCheck({
  id: 'pod-readiness-probe',
  topic: 'pod',
  severity: 'high',
  since: '1.0',
  title: 'Containers behind a Service have a readiness probe',
  why: 'Without a readiness probe a container counts as ready the moment its process starts. Each rollout and each restart then sends requests to something that is still warming up.',
  remediation:
    'Add a `readinessProbe` to the container that the Service reaches, on an endpoint that answers only once it can serve.',
  appliesWhen: 'A Service selects the pods and the workload does not run to completion.',
  references: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
  reads: ['v1/Service'],
  evaluate(workload, index) {
    if (workload.runsToCompletion) return notApplicable('it runs to completion and serves nobody');
    const services = servicesOf(workload, index);
    if (services.length === 0) return notApplicable('no Service selects its pods');
    const ports = services.flatMap(service => service.spec?.ports ?? []);
    const serving = new Set(ports.flatMap(port => containerOfPort(workload, port)?.container ?? []));
    const main = workload.containers.filter(({ role }) => role === 'main');
    // Ports need not be declared: with a single container there is no doubt who serves.
    const only = main.length === 1 ? main : [];
    const targets = serving.size > 0 ? [...serving] : only;
    if (targets.length === 0) return notApplicable('no container declares a port that a Service reaches');
    const row = (path: string, observed: string, expected: string) => ({
      object: workload.ref,
      path: `${path}.readinessProbe`,
      observed,
      expected,
    });
    const silent = targets.filter(({ container }) => !container.readinessProbe);
    const evidence = silent.map(({ path }) => row(path, 'absent', 'a probe'));
    const [lost] = targets.filter(({ container }) => portThatIsNotThere(container));
    if (lost && silent.length === 0) {
      const port = portThatIsNotThere(lost.container)!;
      const reason = `the readiness probe of ${lost.name} asks port ${port}, which it does not have`;
      return fail(reason, row(lost.path, `port ${port}`, 'the name of one of its ports, or a number'));
    }
    const names = silent.map(({ name }) => name);
    const reason = `${names.join(', ')} serves Service ${services.map(({ metadata }) => metadata.name).join(', ')} without a readiness probe`;
    return failIfAny(evidence, reason, () =>
      pass(`${targets.map(({ name }) => name).join(', ')} has a readiness probe`),
    );
  },
});
