// A rung of the ladder: the level's stair on the rail, its name, and how many services stand there.
import type { LevelCount } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { LevelMark } from '../marks/LevelMark';
import { useTexts } from '../translation/useTexts';

interface RungProps {
  levels: readonly LevelCount[];
  rank: number;
  /** False for a roadmap without checks, where no service stands anywhere. */
  proven: boolean;
}

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', alignItems: 'center', gap: 8 },
  knob: {
    display: 'flex',
    padding: 5,
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
  },
  line: { flex: 1, height: 0, borderTop: `2px solid ${theme.palette.divider}`, marginLeft: 16 },
}));

/** The mark is decorative; the name stands beside it. */
export function Rung({ levels, rank, proven }: RungProps) {
  const classes = useStyles();
  const t = useTexts();
  const level = levels[rank];
  return (
    <div className={classes.root}>
      <span className={classes.knob}>
        <LevelMark rank={rank} of={levels.length} />
      </span>
      <strong>{level.title}</strong>
      {proven && (
        <Typography variant="caption" color="textSecondary">
          {t('marks.services', { count: level.components })}
        </Typography>
      )}
      <span className={classes.line} aria-hidden />
    </div>
  );
}
