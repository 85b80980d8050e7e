// Nothing asks for the user id of root.
import type { Control, Finding, ReviewedPod } from './Control';
import { allContexts, findInContexts, hasUserNamespace } from './securityContexts';

function review(pod: ReviewedPod): Finding[] {
  return findInContexts(allContexts(pod), 'runAsUser', 'above 0 or not set', ({ runAsUser: user }) =>
    user === 0 ? '0' : undefined,
  );
}

export const runAsUser: Control = {
  id: 'runAsUser',
  level: 'restricted',
  versions: [
    { minimum: 23, review },
    { minimum: 35, review: pod => (hasUserNamespace(pod) ? [] : review(pod)) },
  ],
};
