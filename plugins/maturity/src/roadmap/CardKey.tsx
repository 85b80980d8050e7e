// How to read a topic card.
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { MineSquares } from '../marks/MineSquares';
import { ProgressMark } from '../progress/ProgressMark';
import { ShareRing } from '../marks/ShareRing';

const useStyles = makeStyles(theme => ({
  root: { border: `1px dashed ${theme.palette.divider}`, borderRadius: 4, padding: 16, alignSelf: 'start' },
  title: { fontSize: 12, fontWeight: 700, margin: '0 0 8px' },
  row: { display: 'grid', gridTemplateColumns: '56px minmax(0, 1fr)', gap: 8, alignItems: 'center', marginBottom: 8 },
}));

/** Fills the free place beside the first tier's sections. */
export function CardKey() {
  const classes = useStyles();
  return (
    <aside className={classes.root} aria-label="How to read a card">
      <h3 className={classes.title}>How to read a card</h3>
      <div className={classes.row}>
        <ShareRing part={0.4} size={28} />
        <Typography variant="caption">
          <strong>Proven</strong>: share of services that meet it
        </Typography>
      </div>
      <div className={classes.row}>
        <MineSquares verdicts={['pass', 'fail', 'unknown', 'notApplicable']} />
        <Typography variant="caption">
          <strong>Yours</strong>: meets it, not yet, can not be judged, does not apply
        </Typography>
      </div>
      <div className={classes.row}>
        <ProgressMark state="done" />
        <Typography variant="caption">
          <strong>Claimed</strong>: your own progress, only for you to see
        </Typography>
      </div>
    </aside>
  );
}
