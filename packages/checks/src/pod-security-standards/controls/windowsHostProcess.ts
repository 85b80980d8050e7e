// No Windows container runs as a process of its host.
import type { Control } from './Control';
import { allContexts, findInContexts } from './securityContexts';

export const windowsHostProcess: Control = {
  id: 'windowsHostProcess',
  level: 'baseline',
  versions: [
    {
      minimum: 0,
      review: pod =>
        findInContexts(allContexts(pod), 'windowsOptions.hostProcess', 'false or not set', ({ windowsOptions }) =>
          windowsOptions?.hostProcess === true ? 'true' : undefined,
        ),
    },
  ],
};
