// No credential stands in the compose file, which lies in Git for everyone to read.
import { fail, notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { judgeCompose } from '../../repository';
import { inlineSecrets } from '../inlineSecrets';

export const composeNoInlineSecrets = defineRepositoryCheck({
  id: 'compose-no-inline-secrets',
  topic: 'docker-compose',
  severity: 'medium',
  since: '1.0',
  title: 'The compose file holds no credentials',
  why: 'What is in Git is known to all who ever cloned it, for ever. Credentials that begin as a convenience on a laptop are then found in production.',
  remediation:
    'Use `secrets` with a file that Git ignores, or a variable without value (`DB_PASSWORD: ${DB_PASSWORD:?}`) that comes from an ignored `.env`. Replace credentials that were committed.',
  appliesWhen: 'the repository has a compose file',
  references: [
    'https://docs.docker.com/compose/how-tos/use-secrets/',
    'https://docs.docker.com/compose/how-tos/environment-variables/best-practices/',
  ],
  reads: ['repository/v1/ComposeFile'],
  evaluate: (_repository, index) =>
    judgeCompose(index, project => {
      if (project.services.size === 0) return notApplicable('the compose file has no services');
      const secrets = inlineSecrets(project);
      const evidenceOf = (several: typeof secrets) =>
        several.map(secret => index.evidence(project.file, secret.path, 'a literal value', 'a secret or a variable'));
      const real = secrets.filter(secret => !secret.isLocalDefault);
      const namesOf = (several: typeof secrets) =>
        several.map(secret => `${secret.name} of ${secret.service}`).join(', ');
      const [first, ...more] = evidenceOf(real);
      if (first) return fail(`credentials are written out: ${namesOf(real)}`, first, ...more);
      const [firstDefault, ...moreDefaults] = evidenceOf(secrets);
      if (firstDefault) {
        return warn(
          `well-known passwords, on services that only this project reaches: ${namesOf(secrets)}`,
          firstDefault,
          ...moreDefaults,
        );
      }
      return pass(
        `the environment of ${project.services.size} services holds no credentials`.replace(
          /of 1 services/,
          'of 1 service',
        ),
      );
    }),
});
