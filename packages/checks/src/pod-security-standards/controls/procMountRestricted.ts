// The masks of /proc stay in place, whatever user namespace the pod has.
import type { Control } from './Control';
import { unmaskedProc } from './procMount';

export const procMountRestricted: Control = {
  id: 'procMount_restricted',
  level: 'restricted',
  replaces: ['procMount'],
  versions: [{ minimum: 35, review: unmaskedProc }],
};
