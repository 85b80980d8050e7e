// No container is privileged, which would give it the rights of the node.
import type { Control } from './Control';
import { containerContexts, findInContexts } from './securityContexts';

export const privileged: Control = {
  id: 'privileged',
  level: 'baseline',
  versions: [
    {
      minimum: 0,
      review: pod =>
        findInContexts(containerContexts(pod), 'privileged', 'false or not set', context =>
          context.privileged === true ? 'true' : undefined,
        ),
    },
  ],
};
