// Pods mount nothing of the node's file system.
import type { Control } from './Control';
import { listOf, shown } from './securityContexts';

export const hostPathVolumes: Control = {
  id: 'hostPathVolumes',
  level: 'baseline',
  versions: [
    {
      minimum: 0,
      review: ({ spec }) =>
        listOf(spec.volumes)
          .filter(({ hostPath }) => hostPath !== undefined && hostPath !== null)
          .map(({ name, hostPath }) => ({
            path: `spec.volumes[${name}].hostPath`,
            observed: shown(hostPath?.path),
            expected: 'not set',
          })),
    },
  ],
};
