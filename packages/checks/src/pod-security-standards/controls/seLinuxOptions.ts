// SELinux keeps the types made for containers; user and role stay what the node gives.
import type { Control, Finding, ReviewedPod } from './Control';
import { allContexts, findInContexts } from './securityContexts';

const types1_0 = ['container_t', 'container_init_t', 'container_kvm_t'];
const types1_31 = [...types1_0, 'container_engine_t'];

function reviewOf(allowed: readonly string[]): (pod: ReviewedPod) => Finding[] {
  const expected = `${allowed.join(', ')} or not set`;
  return pod => [
    ...findInContexts(allContexts(pod), 'seLinuxOptions.type', expected, ({ seLinuxOptions: options }) =>
      options?.type && !allowed.includes(options.type) ? options.type : undefined,
    ),
    ...(['user', 'role'] as const).flatMap(field =>
      findInContexts(
        allContexts(pod),
        `seLinuxOptions.${field}`,
        'not set',
        ({ seLinuxOptions: options }) => options?.[field] || undefined,
      ),
    ),
  ];
}

export const seLinuxOptions: Control = {
  id: 'seLinuxOptions',
  level: 'baseline',
  versions: [
    { minimum: 0, review: reviewOf(types1_0) },
    { minimum: 31, review: reviewOf(types1_31) },
  ],
};
