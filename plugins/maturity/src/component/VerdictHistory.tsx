// How a verdict came to be what it is: each time it turned.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { Turn } from './ChangesCard';

const useStyles = makeStyles({
  heading: { fontSize: 16, lineHeight: '24px', fontWeight: 700, margin: '0 0 8px' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 8 },
  row: { display: 'grid', gridTemplateColumns: '150px 64px minmax(0, 1fr)', gap: 8 },
});

/** Newest first. */
export function VerdictHistory({ view, check }: { view: ReportView; check: string }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const turns = view.transitions.filter(transition => transition.check === check);
  return (
    <section aria-label={t('component.evidence.history')}>
      <h3 className={classes.heading}>{t('component.evidence.history')}</h3>
      {turns.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('component.evidence.noHistory')}
        </Typography>
      ) : (
        <ol className={classes.list}>
          {turns.map(turn => (
            <li key={turn.id} className={classes.row}>
              <Typography variant="body2">{format.instant(turn.at)}</Typography>
              <span>
                <Turn change={turn} levels={view.roadmap.levels} />
              </span>
              <Typography variant="body2">{[turn.environment, turn.reason].filter(Boolean).join(': ')}</Typography>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
