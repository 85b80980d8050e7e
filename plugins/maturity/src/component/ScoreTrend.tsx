// How the score of a component went: a line, and by how many points since when.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Sparkline } from '../charts/Sparkline';
import { wholePercent } from '../theme/format';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { dailyScores } from './dailyScores';

const useStyles = makeStyles({
  figure: { display: 'flex', alignItems: 'center', gap: 12 },
  value: { fontSize: 28, lineHeight: '32px', fontWeight: 700, fontVariantNumeric: 'tabular-nums' },
});

/** Until a score of an earlier day is known, only the score and what it is of. */
export function ScoreTrend({ view: { report, scores } }: { view: ReportView }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const days = dailyScores(scores, report.score, new Date());
  const known = days.flatMap(score => score ?? []);
  const [first] = scores.filter(({ score }) => score !== undefined);
  const hasTrend = report.score !== undefined && first !== undefined && known.length > 1;
  const day = first && format.day(first.day);
  const change = hasTrend ? wholePercent(report.score!) - wholePercent(first.score!) : 0;
  return (
    <>
      <div className={classes.figure}>
        <span className={classes.value}>{format.percent(report.score)}</span>
        {hasTrend && (
          <span
            role="img"
            aria-label={t('component.standing.scoreTrend', {
              day,
              first: format.percent(first.score),
              last: format.percent(report.score),
              lowest: format.percent(Math.min(...known)),
              highest: format.percent(Math.max(...known)),
            })}
          >
            <Sparkline parts={days} width={88} height={24} />
          </span>
        )}
      </div>
      <Typography variant="caption" color="textSecondary">
        {hasTrend
          ? t(change === 0 ? 'component.standing.scoreSteady' : 'component.standing.scoreSince', {
              change: format.signed(change),
              day,
            })
          : t('component.standing.scoreOf')}
      </Typography>
    </>
  );
}
