// What stays on the screen while newer values are on their way: dimmed, and said to be busy.
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

interface BusyProps {
  /** Whether newer values are on their way. */
  when: boolean;
  children: ReactNode;
}

/** A quick answer comes before anything dims. */
export const dimmed = { opacity: 0.5, transition: 'opacity 150ms 150ms' } as const;

const useStyles = makeStyles({ busy: dimmed });

/** What is in it can still be read and used. */
export function Busy({ when, children }: BusyProps) {
  const classes = useStyles();
  return (
    <div aria-busy={when} className={when ? classes.busy : undefined}>
      {children}
    </div>
  );
}
