// How many components stood at each level day by day.
import type { LevelCount, Trend } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { StackedAreas } from '../charts/StackedAreas';
import type { Loaded } from '../hooks/useLoad';
import { dayOf } from '../theme/format';
import { useMaturityTokens } from '../theme/useMaturityTokens';

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
  const { levelRamp } = useMaturityTokens();
  const points = trend.value?.points ?? [];
  // The highest level lies at the bottom, so that its growth can be read from a straight line.
  const series = levels
    .map(({ id, title }, at) => ({ key: id, title, color: levelRamp[Math.min(at, levelRamp.length - 1)] }))
    .reverse();
  return (
    <div className={points.length > 1 ? classes.root : classes.none}>
      {points.length > 1 ? (
        <StackedAreas label="Services per level, day by day" points={points} series={series} />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {noTrend(trend)}
        </Typography>
      )}
    </div>
  );
}

function noTrend({ value, error }: Loaded<Trend>): string {
  if (error) return `No trend: ${(error as { cause?: Error }).cause?.message ?? error.message}`;
  if (!value) return 'Loading the trend';
  const [day] = value.points;
  return day
    ? `Days are counted since ${dayOf(day.day)}. The trend begins with the second day.`
    : 'No day has been counted yet. The trend begins with the second day.';
}
