// The masks of /proc stay in place, unless the pod has a user namespace of its own.
import type { Control, Finding, ReviewedPod } from './Control';
import { containerContexts, findInContexts, hasUserNamespace, shown } from './securityContexts';

/** Containers whose /proc is not mounted with its default masks. */
export function unmaskedProc(pod: ReviewedPod): Finding[] {
  return findInContexts(containerContexts(pod), 'procMount', 'Default or not set', ({ procMount: type }) =>
    type === undefined || type === null || type === 'Default' ? undefined : shown(type),
  );
}

export const procMount: Control = {
  id: 'procMount',
  level: 'baseline',
  versions: [
    { minimum: 0, review: unmaskedProc },
    { minimum: 35, review: pod => (hasUserNamespace(pod) ? [] : unmaskedProc(pod)) },
  ],
};
