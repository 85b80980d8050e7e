// How to read a topic card.
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { MineSquares } from '../marks/MineSquares';
import { ReadMark } from '../progress/ReadMark';
import { ProgressMark } from '../progress/ProgressMark';
import { ShareRing } from '../marks/ShareRing';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  root: { border: `1px dashed ${theme.palette.divider}`, borderRadius: 4, padding: 16, alignSelf: 'start' },
  title: { fontSize: 12, fontWeight: 700, margin: '0 0 8px' },
  row: { display: 'grid', gridTemplateColumns: '56px minmax(0, 1fr)', gap: 8, alignItems: 'center', marginBottom: 8 },
}));

/** Fills the free place beside the first tier's sections. */
export function CardKey() {
  const classes = useStyles();
  const t = useTexts();
  return (
    <aside className={classes.root} aria-label={t('roadmap.key.title')}>
      <h3 className={classes.title}>{t('roadmap.key.title')}</h3>
      <div className={classes.row}>
        <ShareRing part={0.4} size={28} />
        <Typography variant="caption">
          {t('roadmap.key.proven', { name: <strong>{t('roadmap.key.provenName')}</strong> })}
        </Typography>
      </div>
      <div className={classes.row}>
        <MineSquares verdicts={['pass', 'fail', 'unknown', 'notApplicable']} />
        <Typography variant="caption">
          {t('roadmap.key.yours', { name: <strong>{t('roadmap.key.yoursName')}</strong> })}
        </Typography>
      </div>
      <div className={classes.row}>
        <ReadMark read />
        <Typography variant="caption">
          {t('learning.key.taught', { name: <strong>{t('learning.key.taughtName')}</strong> })}
        </Typography>
      </div>
      <div className={classes.row}>
        <ProgressMark state="done" />
        <Typography variant="caption">
          {t('learning.key.claimed', { name: <strong>{t('roadmap.key.claimedName')}</strong> })}
        </Typography>
      </div>
      <div className={classes.row}>
        <span />
        <Typography variant="caption">
          {t('learning.key.next', { name: <strong>{t('learning.next.mark')}</strong> })}
        </Typography>
      </div>
    </aside>
  );
}
