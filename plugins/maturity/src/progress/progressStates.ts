// How far a learner can be with a topic. The names are texts: `progress.state.<state>`.
import type { ProgressChange } from '@maturity-roadmap/backstage-plugin-maturity-common';

/** In the order of learning. */
export const progressStates: readonly ProgressChange['state'][] = ['todo', 'learning', 'done', 'skipped'];
