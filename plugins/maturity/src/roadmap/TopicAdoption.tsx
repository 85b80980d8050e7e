// How many services meet a topic, mine among them, and in which clusters.
import type { TopicView, Trend } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Verdict } from '@maturity-roadmap/engine';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { MineSquares } from '../marks/MineSquares';
import { ShareBar } from '../marks/ShareBar';
import { RowHead } from '../states/RowHead';
import { Section } from '../states/Section';
import { StackedAreas } from '../charts/StackedAreas';
import { partOf } from '../theme/format';
import { useFormat } from '../theme/useFormat';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';

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
  scroll: { overflowX: 'auto' },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

/** Warnings count as met, as in every share; what does not apply is left out. */
function metAndNot({ day, components }: Trend['points'][number]) {
  const of = (verdict: Verdict) => components[verdict] ?? 0;
  return { day, components: { met: of('pass') + of('warn'), not: of('fail') + of('unknown') } };
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
  return (
    <Section
      title={t('roadmap.adoption.title')}
      subtitle={unknown > 0 ? t('marks.cannotBeJudged', { unknown }) : undefined}
    >
      <div className={classes.head}>
        <span className={classes.figure}>{format.number(met)}</span>
        <Typography variant="body2">{t('roadmap.adoption.of', { count: applicable })}</Typography>
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
      {topic.environments.length > 0 && (
        <div className={classes.scroll}>
          <Table size="small" aria-label={t('roadmap.adoption.byCluster')}>
            <TableBody>
              {topic.environments.map(environment => (
                <TableRow key={environment.environment}>
                  <RowHead>{environment.environment}</RowHead>
                  <TableCell>
                    <ShareBar part={partOf(environment)} />
                  </TableCell>
                  <TableCell align="right" className={classes.number}>
                    {format.percent(partOf(environment))}
                  </TableCell>
                  <TableCell align="right" className={classes.number}>
                    {format.share(environment)}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </Section>
  );
}
