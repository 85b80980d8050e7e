// How far a learner is with a topic, in words.
import type { ProgressChange } from '@maturity-roadmap/backstage-plugin-maturity-common';

/** In the order of learning. */
export const progressStates: readonly { value: ProgressChange['state']; label: string }[] = [
  { value: 'todo', label: 'To do' },
  { value: 'learning', label: 'Learning' },
  { value: 'done', label: 'Done' },
  { value: 'skipped', label: 'Skipped' },
];
