// A level with its stair and its name.
import { makeStyles } from '@material-ui/core/styles';
import { LevelMark } from './LevelMark';

interface LevelNameProps {
  /** All levels, rising. */
  levels: readonly { id: string; title: string }[];
  level: string;
  size?: number;
}

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: 8, whiteSpace: 'nowrap', verticalAlign: 'middle' },
});

/** Shows a level of which the roadmap no longer knows by its id alone. */
export function LevelName({ levels, level, size }: LevelNameProps) {
  const classes = useStyles();
  const rank = levels.findIndex(({ id }) => id === level);
  return (
    <span className={classes.root}>
      {rank >= 0 && <LevelMark rank={rank} of={levels.length} size={size} />}
      {levels[rank]?.title ?? level}
    </span>
  );
}
