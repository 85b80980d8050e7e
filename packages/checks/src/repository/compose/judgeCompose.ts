// The way into every check of compose files: loads the project, and answers for those that can't be judged.
import type { CheckResult } from '@maturity-roadmap/engine';
import { notApplicable, unknown } from '@maturity-roadmap/engine';
import type { ComposeProject, ComposeView } from './ComposeProject';
import { composeProject } from './ComposeProject';

/** Not applicable without a compose file, unknown if it is not YAML; what else is wrong is said by `compose-valid`. */
export function judgeCompose(index: ComposeView, judge: (project: ComposeProject) => CheckResult): CheckResult {
  const project = composeProject(index);
  if (!project) return notApplicable('the repository has no compose file');
  const [problem] = project.problems;
  if (!problem) return judge(project);
  const { file, path, message } = problem;
  return unknown('invalidObject', `${file.metadata.name}, ${path}: ${message}`, index.evidence(file, path, message));
}
