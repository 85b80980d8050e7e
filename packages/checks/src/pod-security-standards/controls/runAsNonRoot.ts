// The kubelet refuses to start any container as root. A user id above 0 alone does not make it look.
import type { Control, Finding, ReviewedPod } from './Control';
import { allContexts, containerContexts, findInContexts, hasUserNamespace } from './securityContexts';

function review(pod: ReviewedPod): Finding[] {
  const isInherited = pod.spec.securityContext?.runAsNonRoot === true;
  const switchedOff = findInContexts(allContexts(pod), 'runAsNonRoot', 'true', ({ runAsNonRoot: value }) =>
    value === false ? 'false' : undefined,
  );
  const missing = findInContexts(
    containerContexts(pod),
    'runAsNonRoot',
    'true, here or for the pod',
    ({ runAsNonRoot: value }) => ((value === undefined || value === null) && !isInherited ? 'not set' : undefined),
  );
  return [...switchedOff, ...missing];
}

export const runAsNonRoot: Control = {
  id: 'runAsNonRoot',
  level: 'restricted',
  versions: [
    { minimum: 0, review },
    { minimum: 35, review: pod => (hasUserNamespace(pod) ? [] : review(pod)) },
  ],
};
