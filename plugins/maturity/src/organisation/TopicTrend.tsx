// How many more, or fewer, met a topic than at the start: a line, a number with an arrow, and the word for it.
import type { Share } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import { Sparkline } from '../charts/Sparkline';
import { SignedChange } from '../marks/SignedChange';
import { partOf } from '../theme/format';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

interface TopicTrendProps {
  /** One for each day. */
  shares: readonly Share[];
  days: readonly string[];
}

const useStyles = makeStyles({
  root: { display: 'inline-flex', gap: 8, alignItems: 'center', justifyContent: 'flex-end', verticalAlign: 'middle' },
  change: { display: 'inline-flex', justifyContent: 'flex-end', minWidth: 48 },
});

/** Never red or green: a fall is an arrow and a word. */
export function TopicTrend({ shares, days }: TopicTrendProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  // What applied to none on any day went nowhere.
  if (shares.length < 2 || shares.every(({ applicable }) => applicable === 0)) return <>–</>;
  const change = shares[shares.length - 1].met - shares[0].met;
  const day = format.day(days[0]);
  const word = change > 0 ? t('steering.trend.rose') : t('steering.trend.fell');
  const title =
    change === 0
      ? t('steering.trend.steady', { day })
      : t('steering.trend.over', { word, change: Math.abs(change), day });
  return (
    <span className={classes.root} title={title}>
      <Sparkline parts={shares.map(partOf)} />
      <span className={classes.change}>
        <SignedChange change={change} />
      </span>
    </span>
  );
}
