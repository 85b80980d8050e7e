// No process gains more rights than its parent, as through a set-user-ID program.
import type { Control, Finding, ReviewedPod } from './Control';
import { containerContexts, findInContexts, isWindows, shown } from './securityContexts';

function review(pod: ReviewedPod): Finding[] {
  return findInContexts(containerContexts(pod), 'allowPrivilegeEscalation', 'false', context =>
    context.allowPrivilegeEscalation === false ? undefined : shown(context.allowPrivilegeEscalation),
  );
}

export const allowPrivilegeEscalation: Control = {
  id: 'allowPrivilegeEscalation',
  level: 'restricted',
  versions: [
    { minimum: 8, review },
    { minimum: 25, review: pod => (isWindows(pod) ? [] : review(pod)) },
  ],
};
