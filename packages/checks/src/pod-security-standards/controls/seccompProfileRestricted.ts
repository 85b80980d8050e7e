// Every container is confined by a seccomp profile, its own or the pod's.
import type { Control, Finding, ReviewedPod } from './Control';
import { confines, unconfinedProfiles } from './seccompProfileBaseline';
import { containerContexts, findInContexts, isWindows } from './securityContexts';

function review(pod: ReviewedPod): Finding[] {
  const isInherited = confines(pod.spec.securityContext?.seccompProfile);
  const missing = findInContexts(
    containerContexts(pod),
    'seccompProfile.type',
    'RuntimeDefault or Localhost, here or for the pod',
    ({ seccompProfile }) => (seccompProfile || isInherited ? undefined : 'not set'),
  );
  return [...unconfinedProfiles(pod), ...missing];
}

export const seccompProfileRestricted: Control = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  replaces: ['seccompProfile_baseline'],
  versions: [
    { minimum: 19, review },
    { minimum: 25, review: pod => (isWindows(pod) ? [] : review(pod)) },
  ],
};
