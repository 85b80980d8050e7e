// What does not stop the pod, and how that is known.
import type { WorkloadDiagnosis } from '@maturity-roadmap/engine';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../../marks/VerdictMark';
import { useTexts } from '../../translation/useTexts';

const useStyles = makeStyles({
  root: { padding: '12px 16px' },
  heading: { fontSize: 12, lineHeight: '16px', fontWeight: 700, margin: '0 0 8px' },
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    display: 'grid',
    gap: '4px 24px',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
  },
  item: { display: 'flex', gap: 8, alignItems: 'center' },
});

/** Nothing where nothing can be excluded. */
export function RuledOut({ diagnosis: { ruledOut } }: { diagnosis: WorkloadDiagnosis }) {
  const classes = useStyles();
  const t = useTexts();
  if (ruledOut.length === 0) return null;
  return (
    <div className={classes.root}>
      <h4 className={classes.heading}>{t('diagnosis.ruledOut')}</h4>
      <ul className={classes.list}>
        {ruledOut.map(({ stage, what, because }) => (
          <li key={stage + what} className={classes.item}>
            <VerdictMark verdict="pass" title={false} />
            <Typography variant="caption">{t('diagnosis.ruledOutBecause', { what, because })}</Typography>
          </li>
        ))}
      </ul>
    </div>
  );
}
