// The part of the organisation that a question is about, and how its components stand there.
import type { EnvironmentReport, Verdict } from '@maturity-roadmap/engine';
import { repositoryEnvironment, worstVerdict } from '@maturity-roadmap/engine';
import type { CountedComponent, CountedPart } from '../../../store/Census';
import { verdictOfLetter } from '../../../store/Census';
import type { Visible } from '../../../store/visibility';

/** Components that are visible and, where an environment is named, judged there. */
export function componentsOf(
  census: ReadonlyMap<string, CountedComponent>,
  visible: Visible,
  environment?: string,
): CountedComponent[] {
  const found: CountedComponent[] = [];
  for (const component of census.values()) {
    if (visible && !visible.has(component.component_ref)) continue;
    if (environment && !component.parts.has(environment)) continue;
    found.push(component);
  }
  return found;
}

/** Where a component stands, over all or in one environment. */
export function standingIn(component: CountedComponent, environment?: string): EnvironmentReport {
  const there = environment && component.environments.find(one => one.environment === environment);
  if (there) return there;
  const { level, score, coverage } = component;
  return {
    environment: '',
    level,
    ...(score === null ? {} : { score }),
    ...(coverage === null ? {} : { coverage }),
  };
}

/** What counts of a component: all, or what one environment says together with its repository. */
export function partsIn(component: CountedComponent, environment?: string): CountedPart[] {
  if (!environment) return [...component.parts.values()];
  return [environment, repositoryEnvironment].flatMap(name => component.parts.get(name) ?? []);
}

/** Verdict of a topic: the worst of its scored checks. @param positions - of these checks */
export function topicVerdict(parts: readonly CountedPart[], positions: readonly number[]): Verdict {
  const found: Verdict[] = [];
  for (const { letters } of parts) {
    for (const at of positions) {
      const verdict = verdictOfLetter(letters[at]);
      if (verdict) found.push(verdict);
    }
  }
  return worstVerdict(found);
}
