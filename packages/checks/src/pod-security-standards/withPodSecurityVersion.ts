// Binds the checks of the Pod Security Standards to a version other than the one their namespaces pin.
import type { Check, Workload } from '@maturity-roadmap/engine';
import type { PodSecurityLevel } from './controls/Control';
import { parsePodSecurityVersion } from './evaluatePodSecurity';
import { judgePodSecurityAt } from './judgePodSecurity';

const levels: Readonly<Record<string, PodSecurityLevel>> = {
  'pss-baseline': 'baseline',
  'pss-restricted': 'restricted',
};

/**
 * The same checks, with `pss-baseline` and `pss-restricted` judging by one version, whatever a namespace pins.
 *
 * @param version - `latest` or `v1.<minor>`
 * @throws Error if the version is neither
 * @public
 */
export function withPodSecurityVersion(checks: readonly Check[], version: string): Check[] {
  const parsed = parsePodSecurityVersion(version);
  if (!parsed)
    throw new Error(`"${version}" is not a version of the Pod Security Standards: write latest or v1.<minor>`);
  return checks.map((check): Check => {
    const level = Object.hasOwn(levels, check.id) ? levels[check.id] : undefined;
    if (!level || check.subject !== 'workload') return check;
    return { ...check, reads: [], evaluate: (workload: Workload) => judgePodSecurityAt(workload, level, parsed) };
  });
}
