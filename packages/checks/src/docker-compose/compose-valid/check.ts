// A compose file lets anyone run the component with what it needs, and it loads.
import { fail, notApplicable, pass, unknown, warn, withFix } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { composeProblems, composeProject } from '../../repository';
import { versionFix } from '../versionFix';

export const composeValid = defineRepositoryCheck({
  id: 'compose-valid',
  topic: 'docker-compose',
  severity: 'low',
  since: '1.0',
  revisions: [{ since: '1.1', what: 'Unknown attributes and misshapen values fail; documents of a file merge.' }],
  title: 'A compose file exists and loads',
  why: 'With a compose file a newcomer runs the component and its databases with one command, alike on every laptop. One that does not load is worse than none, since it is trusted.',
  remediation:
    'Add a `compose.yaml` with the component and what it talks to. Run `docker compose config --quiet` in the pipeline, which reports what compose refuses.',
  appliesWhen: 'the repository has a Dockerfile or a compose file',
  references: [
    'https://docs.docker.com/reference/compose-file/',
    'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  ],
  reads: ['repository/v1/ComposeFile', 'repository/v1/Dockerfile'],
  evaluate(repository, index) {
    const project = composeProject(index);
    if (!project) {
      if (index.all('repository/v1/Dockerfile').length === 0)
        return notApplicable('the repository has no Dockerfile to run');
      const evidence = {
        object: repository.ref,
        path: 'compose.yaml',
        observed: 'no such file',
        expected: 'a compose file',
      };
      return fail('the repository has no compose file', evidence);
    }
    const { file, shadowed } = project;
    const problems = [
      ...project.problems,
      ...(project.problems.length > 0 ? [] : composeProblems(project).map(one => ({ file, ...one }))),
    ];
    const [first, ...more] = problems.map(one => index.evidence(one.file, one.path, one.message));
    if (first) return fail(`${first.object.name} does not load: ${first.path}: ${first.observed}`, first, ...more);
    if (project.incomplete)
      return unknown('notReadable', `${file.metadata.name} includes or extends files that were not read`);
    if (shadowed.length > 0) {
      const names = shadowed.map(one => one.metadata.name).join(', ');
      return warn(
        `compose reads ${file.metadata.name} and passes over ${names}`,
        index.evidence(shadowed[0], 'line 1', 'not read', 'one compose file'),
      );
    }
    if ('version' in project.data) {
      const evidence = index.evidence(file, 'version', 'set', 'no version');
      return withFix(warn('it loads, but the top-level version is obsolete', evidence), versionFix(project, index));
    }
    return pass(
      `${file.metadata.name} loads with ${project.services.size} ${project.services.size === 1 ? 'service' : 'services'}`,
    );
  },
});
