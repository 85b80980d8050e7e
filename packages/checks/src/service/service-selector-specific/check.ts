// A Service leads to the pods of one component, and no other Service offers just the same.
import { fail, notApplicable, pass, servicesOf, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { kinship, offerOf, otherTargets, servicesOfRollout, targetKinds } from '../otherTargets';

export const serviceSelectorSpecific = defineCheck({
  id: 'service-selector-specific',
  topic: 'service',
  severity: 'medium',
  since: '1.0',
  revisions: [{ since: '1.1', what: 'The two Services that a Rollout switches between may offer the same.' }],
  title: 'Services select the pods of one component',
  why: 'A selector that is too wide sends part of the requests to pods that know nothing of them. It often works at first, and breaks on the day a second workload takes over a label.',
  remediation:
    'Select by a label that only this component carries, such as `app.kubernetes.io/name`. Remove a Service that offers the same ports of the same pods as another.',
  appliesWhen: 'A Service with a selector selects the pods.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service'],
  reads: ['v1/Service', ...targetKinds],
  evaluate(workload, index) {
    const services = servicesOf(workload, index);
    if (services.length === 0) return notApplicable('no Service selects its pods');
    const shared = services.flatMap(service =>
      otherTargets(service, workload, index)
        .map(other => ({ other, kin: kinship(workload, other) }))
        .filter(({ kin }) => kin !== 'same')
        .map(({ other, kin }) => {
          const selector = JSON.stringify(service.spec?.selector);
          const evidence = index.evidence(
            service,
            'spec.selector',
            selector,
            `labels that ${other.name} does not have`,
          );
          return { kin, what: `Service ${service.metadata.name} also reaches ${other.kind} ${other.name}`, evidence };
        }),
    );
    const reason = shared.map(({ what }) => what).join('; ');
    const [first, ...more] = shared.map(({ evidence }) => evidence);
    if (first && shared.some(({ kin }) => kin === 'different'))
      return fail(`${reason}, which is of another component`, first, ...more);
    if (first) return warn(reason, first, ...more);
    const switched = servicesOfRollout(workload);
    const areSwitched = (...some: typeof services) => some.every(({ metadata }) => switched.includes(metadata.name));
    const doubles = services.filter(one =>
      services.some(other => other !== one && offerOf(other) === offerOf(one) && !areSwitched(one, other)),
    );
    const [twin, ...twins] = doubles.map(one =>
      index.evidence(one, 'spec', `the same pods and ports as ${doubles.length - 1} other`, 'one Service'),
    );
    if (twin)
      return warn(`Services ${doubles.map(({ metadata }) => metadata.name).join(', ')} offer the same`, twin, ...twins);
    return pass(`Service ${services.map(({ metadata }) => metadata.name).join(', ')} reaches its pods only`);
  },
});
