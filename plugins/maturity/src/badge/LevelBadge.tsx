// A component's level in one line, leading to its Maturity tab.
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { LevelIcon } from './LevelIcon';
import { useLevelBadge } from './useLevelBadge';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    gap: 8,
    alignItems: 'center',
    minHeight: 32,
    fontWeight: 700,
    fontFamily: theme.typography.fontFamily,
  },
}));

/** Needs an entity around it. */
export function LevelBadge() {
  const classes = useStyles();
  const badge = useLevelBadge();
  return (
    <Link to={badge.href} title={badge.title} className={classes.root}>
      <LevelIcon badge={badge} size={20} />
      {badge.label}
    </Link>
  );
}
