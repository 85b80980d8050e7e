// How many services meet a topic, mine among them, and in which clusters.
import type { TopicView, Trend } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Verdict } from '@maturity-roadmap/engine';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { MineSquares } from '../marks/MineSquares';
import { Section } from '../states/Section';
import { StackedAreas } from '../charts/StackedAreas';
import { useFormat } from '../theme/useFormat';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';
import { TopicChanges } from './TopicChanges';
import { TopicMine } from './TopicMine';

interface TopicAdoptionProps {
  topic: TopicView;
  mine: readonly Verdict[];
  /** Of the last 90 days; absent while it loads or where the reader may not see it. */
  trend: Trend | undefined;
}

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'baseline', padding: 16 },
  figure: { fontSize: 28, lineHeight: '32px', fontWeight: 700, fontVariantNumeric: 'tabular-nums' },
  mine: { marginLeft: 'auto', display: 'inline-flex', gap: 8, alignItems: 'center' },
  trend: { padding: '0 16px 16px' },
});

/** Warnings count as met, as in every share; what does not apply is left out. */
function metAndNot({ day, components }: Trend['points'][number]) {
  const of = (verdict: Verdict) => components[verdict] ?? 0;
  return { day, components: { met: of('pass') + of('warn'), not: of('fail') + of('unknown') } };
}

/** By how much the number that meets it changed since the first day that was counted. */
function changeOf(trend: Trend | undefined): { by: number; since: string } | undefined {
  const points = trend?.points.map(metAndNot) ?? [];
  if (points.length < 2) return undefined;
  return { by: points[points.length - 1].components.met - points[0].components.met, since: points[0].day };
}

/** A service counts as meeting a topic when it does in all of its clusters. */
export function TopicAdoption({ topic, mine, trend }: TopicAdoptionProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { share } = useMaturityTokens();
  const { met, applicable, unknown } = topic.adoption;
  const applying = mine.filter(verdict => verdict !== 'notApplicable');
  const mineMet = applying.filter(verdict => verdict === 'pass' || verdict === 'warn').length;
  const change = changeOf(trend);
  return (
    <Section
      title={t('roadmap.adoption.title')}
      subtitle={
        [topic.advice && t('checks.advice'), unknown > 0 && t('marks.cannotBeJudged', { unknown })]
          .filter(Boolean)
          .join(' · ') || undefined
      }
    >
      <div className={classes.head}>
        <span className={classes.figure}>{format.number(met)}</span>
        <Typography variant="body2">{t('roadmap.adoption.of', { count: applicable })}</Typography>
        {change && (
          <Typography variant="body2">
            {t('learning.topic.sinceChange', {
              change: <strong>{format.signed(change.by)}</strong>,
              day: format.day(change.since),
            })}
          </Typography>
        )}
        {applying.length > 0 && (
          <span className={classes.mine}>
            <MineSquares verdicts={mine} /> {t('marks.yours', { part: mineMet, all: applying.length })}
          </span>
        )}
      </div>
      {trend && trend.points.length > 1 && (
        <div className={classes.trend}>
          <StackedAreas
            label={t('roadmap.adoption.trend')}
            points={trend.points.map(metAndNot)}
            series={[
              { key: 'met', title: t('roadmap.adoption.met'), color: share.met },
              { key: 'not', title: t('roadmap.adoption.notMet'), color: share.rest },
            ]}
          />
        </div>
      )}
      <TopicChanges topic={topic} />
      <TopicMine topic={topic} />
    </Section>
  );
}
