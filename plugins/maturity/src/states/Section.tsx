// A card with a title line, the frame of every part of the screens.
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { dimmed } from './Busy';

interface SectionProps {
  title: string;
  subtitle?: string;
  /** At the right of the title line. */
  actions?: ReactNode;
  /** Newer values are on their way: what is below the title line dims. */
  busy?: boolean;
  children: ReactNode;
}

const useStyles = makeStyles(theme => ({
  // As a card it stands in shells that give other fonts than the theme of its components.
  root: { fontFamily: theme.typography.fontFamily },
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 8px',
    alignItems: 'baseline',
    padding: '12px 16px',
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  title: { fontFamily: 'inherit', fontSize: 16, lineHeight: '24px', fontWeight: 700, margin: 0 },
  actions: { marginLeft: 'auto' },
  busy: { '& > :not(:first-child)': dimmed },
}));

/** Its accessible name is its title. */
export function Section({ title, subtitle, actions, busy = false, children }: SectionProps) {
  const classes = useStyles();
  return (
    <Paper
      component="section"
      className={busy ? `${classes.root} ${classes.busy}` : classes.root}
      aria-label={title}
      aria-busy={busy}
    >
      <div className={classes.header}>
        <h2 className={classes.title}>{title}</h2>
        {subtitle && (
          <Typography variant="body2" color="textSecondary">
            {subtitle}
          </Typography>
        )}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </Paper>
  );
}
