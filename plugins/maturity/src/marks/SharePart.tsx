// A share of services as a bar with its percentage, in a column of which the figures line up.
import { makeStyles } from '@material-ui/core/styles';
import { useFormat } from '../theme/useFormat';
import { ShareBar } from './ShareBar';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center' },
  percent: { minWidth: 44, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
});

/** The count stands in another column. */
export function SharePart({ part }: { part: number | undefined }) {
  const classes = useStyles();
  const format = useFormat();
  return (
    <span className={classes.root}>
      <ShareBar part={part} width={48} />
      <span className={classes.percent}>{format.percent(part)}</span>
    </span>
  );
}
