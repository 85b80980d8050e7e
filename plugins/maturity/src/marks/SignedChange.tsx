// How much more or less it became: a number with its sign, and an arrow that has a name.
import { makeStyles } from '@material-ui/core/styles';
import ArrowDownIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpIcon from '@material-ui/icons/ArrowUpward';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  root: { display: 'inline-flex', alignItems: 'center', justifyContent: 'flex-end', gap: 2, whiteSpace: 'nowrap' },
  icon: { fontSize: 14, color: theme.palette.text.secondary },
}));

/** Never red or green: a fall is an arrow and a word. */
export function SignedChange({ change }: { change: number }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  return (
    <span className={classes.root}>
      {change > 0 && <ArrowUpIcon className={classes.icon} titleAccess={t('steering.trend.rose')} />}
      {change < 0 && <ArrowDownIcon className={classes.icon} titleAccess={t('steering.trend.fell')} />}
      {format.signed(change)}
    </span>
  );
}
