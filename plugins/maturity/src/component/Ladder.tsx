// The levels as a ladder with the component on its rung.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { LevelMark } from '../marks/LevelMark';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  root: {
    margin: 0,
    padding: 16,
    listStyle: 'none',
    display: 'grid',
    gap: 12,
    alignContent: 'start',
    flex: '0 0 220px',
    borderRight: `1px solid ${theme.palette.divider}`,
    '@media (max-width: 720px)': {
      flex: '1 0 100%',
      borderRight: 0,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  rung: { display: 'flex', gap: 12, alignItems: 'center' },
  mark: {
    display: 'flex',
    position: 'relative',
    padding: 5,
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    // The rail down to the next rung.
    'li:not(:last-child) > &::after': {
      content: '""',
      position: 'absolute',
      left: '50%',
      top: '100%',
      height: 16,
      borderLeft: `2px solid ${theme.palette.divider}`,
      transform: 'translateX(-1px)',
    },
  },
}));

/** Highest level on top. */
export function Ladder({ view: { report, roadmap } }: { view: ReportView }) {
  const classes = useStyles();
  const t = useTexts();
  const { highlight } = useMaturityTokens();
  const { levels } = roadmap;
  const rank = levels.findIndex(({ id }) => id === report.level);
  const noteOf = (at: number) => {
    if (at === rank) return t('component.ladder.here');
    if (at < rank) return t('component.ladder.passed');
    if (at > rank + 1) return t('component.ladder.later');
    return t('component.ladder.blockers', { count: report.blockers.length });
  };
  return (
    <ol className={classes.root} aria-label={t('component.ladder.title')}>
      {levels
        .map(({ id, title }, at) => (
          <li key={id} className={classes.rung} aria-current={at === rank ? 'step' : undefined}>
            <span
              className={classes.mark}
              style={at === rank ? { background: highlight, borderColor: 'currentColor' } : undefined}
            >
              <LevelMark rank={at} of={levels.length} />
            </span>
            <span>
              <Typography variant="body2" style={at === rank ? { fontWeight: 700 } : undefined}>
                {title}
              </Typography>
              <Typography variant="caption" color="textSecondary">
                {noteOf(at)}
              </Typography>
            </span>
          </li>
        ))
        .reverse()}
    </ol>
  );
}
