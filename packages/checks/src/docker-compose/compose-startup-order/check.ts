// Services wait until the stores they need answer, rather than until these were started.
import { fail, notApplicable, pass, unknown, withFix } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { judgeCompose } from '../../repository';
import { startupFix } from '../startupFix';
import { storeDependencies } from '../storeDependencies';

export const composeStartupOrder = defineRepositoryCheck({
  id: 'compose-startup-order',
  topic: 'docker-compose',
  severity: 'low',
  advice: true,
  since: '1.0',
  title: 'Services wait for their stores to be healthy',
  why: 'Compose starts a dependency and goes on at once. A database needs seconds until it answers, so the service fails on the first start and works on the second, which costs every newcomer an hour.',
  remediation:
    'Write `depends_on` in its long form with `condition: service_healthy`, and give the store a `healthcheck` such as `pg_isready` or `redis-cli ping`.',
  appliesWhen: 'a service depends on a database, cache or queue of the same project',
  references: ['https://docs.docker.com/compose/how-tos/startup-order/'],
  reads: ['repository/v1/ComposeFile'],
  evaluate: (_repository, index) =>
    judgeCompose(index, project => {
      const dependencies = storeDependencies(project);
      if (dependencies.length === 0) return notApplicable('no service depends on a store');
      const evidenceOf = (several: typeof dependencies) =>
        several.map(({ path, condition }) => index.evidence(project.file, path, condition, 'service_healthy'));
      const pairs = (several: typeof dependencies) => several.map(one => `${one.service} for ${one.store}`).join(', ');
      const hasty = dependencies.filter(one => one.condition !== 'service_healthy' || one.health === 'disabled');
      const [first, ...more] = evidenceOf(hasty);
      if (first) {
        const result = fail(`not waiting until healthy: ${pairs(hasty)}`, first, ...more);
        return withFix(result, startupFix(hasty, project.file, index));
      }
      const open = dependencies.filter(one => one.health === 'image');
      if (open.length > 0) {
        const stores = [...new Set(open.map(one => one.store))].join(', ');
        return unknown(
          'unresolvable',
          `only their images can tell whether these have a health check: ${stores}`,
          ...evidenceOf(open),
        );
      }
      return pass(`waiting until healthy: ${pairs(dependencies)}`);
    }),
});
