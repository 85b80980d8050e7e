// How many components stood at each level day by day.
import type { LevelCount, Trend } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { StackedAreas } from '../charts/StackedAreas';
import type { Loaded } from '../hooks/useLoad';
import type { Format } from '../theme/format';
import { useFormat } from '../theme/useFormat';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import type { Texts } from '../translation/useTexts';
import { useTexts } from '../translation/useTexts';

interface LevelsTrendProps {
  levels: readonly LevelCount[];
  trend: Loaded<Trend>;
}

const useStyles = makeStyles({
  root: { flex: '1 1 440px', minWidth: 0, padding: 16 },
  none: { flex: '0 1 260px', padding: 16 },
});

/** No chart where there is one day only: a sentence says since when days are counted. */
export function LevelsTrend({ levels, trend }: LevelsTrendProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { levelRamp } = useMaturityTokens();
  const points = trend.value?.points ?? [];
  // The highest level lies at the bottom, so that its growth can be read from a straight line.
  const series = levels
    .map(({ id, title }, at) => ({ key: id, title, color: levelRamp[Math.min(at, levelRamp.length - 1)] }))
    .reverse();
  return (
    <div className={points.length > 1 ? classes.root : classes.none}>
      {points.length > 1 ? (
        <StackedAreas label={t('organisation.trend.title')} points={points} series={series} />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {noTrend(trend, t, format)}
        </Typography>
      )}
    </div>
  );
}

function noTrend({ value, error }: Loaded<Trend>, t: Texts, format: Format): string {
  if (error) {
    const message = (error as { cause?: Error }).cause?.message ?? error.message;
    return t('organisation.trend.failed', { message });
  }
  if (!value) return t('organisation.trend.loading');
  const [day] = value.points;
  return day ? t('organisation.trend.since', { day: format.day(day.day) }) : t('organisation.trend.none');
}
