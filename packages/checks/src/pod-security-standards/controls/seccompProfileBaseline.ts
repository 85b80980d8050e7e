// Seccomp is not switched off: by annotation before Kubernetes 1.19, by field since.
import type { SeccompProfile } from 'kubernetes-types/core/v1';
import type { Control, Finding, ReviewedPod } from './Control';
import { allContexts, findInContexts, shown } from './securityContexts';

const podAnnotation = 'seccomp.security.alpha.kubernetes.io/pod';
const containerAnnotationPrefix = 'container.seccomp.security.alpha.kubernetes.io/';

const isAllowedAnnotation = (value: string) =>
  value === 'runtime/default' || value === 'docker/default' || value.startsWith('localhost/');

function annotationFindings({ annotations, containers }: ReviewedPod): Finding[] {
  const places: { key: string; container?: string }[] = [
    { key: podAnnotation },
    ...containers.map(({ name }) => ({ key: containerAnnotationPrefix + name, container: name })),
  ];
  return places
    .filter(({ key }) => Object.hasOwn(annotations, key) && !isAllowedAnnotation(String(annotations[key])))
    .map(({ key, container }) => ({
      ...(container === undefined ? {} : { container }),
      path: `metadata.annotations[${key}]`,
      observed: shown(annotations[key]),
      expected: 'runtime/default, docker/default, localhost/* or not set',
    }));
}

/** Whether a profile confines. An absent one does not; neither does one without type. */
export function confines(profile: SeccompProfile | null | undefined): boolean {
  return profile?.type === 'RuntimeDefault' || profile?.type === 'Localhost';
}

/** The profiles that are set and do not confine. */
export function unconfinedProfiles(pod: ReviewedPod): Finding[] {
  return findInContexts(
    allContexts(pod),
    'seccompProfile.type',
    'RuntimeDefault or Localhost',
    ({ seccompProfile: profile }) => (profile && !confines(profile) ? shown(profile.type) : undefined),
  );
}

export const seccompProfileBaseline: Control = {
  id: 'seccompProfile_baseline',
  level: 'baseline',
  versions: [
    { minimum: 0, review: annotationFindings },
    { minimum: 19, review: unconfinedProfiles },
  ],
};
