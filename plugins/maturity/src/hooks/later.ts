// Work that the screen shows later than the click that asked for it.
import * as React from 'react';

// React 17, which Backstage still allows, has no transitions: there it is done at once.
const { startTransition = (work: () => void) => work() } = React as { startTransition?: typeof React.startTransition };

/** Changes state such that what is clicked answers before much is drawn. */
export const later = (work: () => void): void => startTransition(work);
