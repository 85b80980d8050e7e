// Containers add no capability beyond those that container runtimes give by default.
import type { Control } from './Control';
import { containerContexts, findInContexts, listOf } from './securityContexts';

const allowed = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

export const capabilitiesBaseline: Control = {
  id: 'capabilities_baseline',
  level: 'baseline',
  versions: [
    {
      minimum: 0,
      review: pod =>
        findInContexts(
          containerContexts(pod),
          'capabilities.add',
          'only capabilities of the default set',
          ({ capabilities }) =>
            listOf(capabilities?.add)
              .filter(capability => !allowed.has(capability))
              .join(', ') || undefined,
        ),
    },
  ],
};
