// Containers drop all capabilities and take back at most the one to bind low ports.
import type { Control, Finding, ReviewedPod } from './Control';
import { containerContexts, findInContexts, isWindows, listOf } from './securityContexts';

function review(pod: ReviewedPod): Finding[] {
  const contexts = containerContexts(pod);
  return [
    // The API compares literally here: dropping `all` or every capability by name is not enough.
    ...findInContexts(contexts, 'capabilities.drop', 'ALL', ({ capabilities }) => {
      const dropped = listOf(capabilities?.drop);
      return dropped.includes('ALL') ? undefined : dropped.join(', ') || 'not set';
    }),
    ...findInContexts(
      contexts,
      'capabilities.add',
      'NET_BIND_SERVICE or not set',
      ({ capabilities }) =>
        listOf(capabilities?.add)
          .filter(capability => capability !== 'NET_BIND_SERVICE')
          .join(', ') || undefined,
    ),
  ];
}

export const capabilitiesRestricted: Control = {
  id: 'capabilities_restricted',
  level: 'restricted',
  replaces: ['capabilities_baseline'],
  versions: [
    { minimum: 22, review },
    { minimum: 25, review: pod => (isWindows(pod) ? [] : review(pod)) },
  ],
};
