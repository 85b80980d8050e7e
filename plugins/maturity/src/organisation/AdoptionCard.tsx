// Adoption of each topic, lowest first in each tier.
import type {
  OrganisationSummary,
  TopicAdoption,
  TopicTrends,
} from '@maturity-roadmap/backstage-plugin-maturity-common';
import Link from '@material-ui/core/Link';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';
import { LevelMark } from '../marks/LevelMark';
import { ShareBar } from '../marks/ShareBar';
import { RowHead } from '../states/RowHead';
import { Section } from '../states/Section';
import { partOf } from '../theme/format';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { TopicTrend } from './TopicTrend';

interface AdoptionCardProps {
  summary: OrganisationSummary;
  /** Absent while it loads, and where days are not counted for this part. */
  trends: TopicTrends | undefined;
  /** Days back from today. */
  days: string;
  onTopic: (topic: string, verdict: 'met' | 'missed') => void;
}

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  level: { display: 'flex', flexWrap: 'wrap', gap: '0 8px', alignItems: 'center' },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

/** Topics that apply to nothing come last. */
function lowestFirst(a: TopicAdoption, b: TopicAdoption): number {
  return (partOf(a) ?? 2) - (partOf(b) ?? 2);
}

/** A topic leads to the services that do not meet it, its count to those that do. */
export function AdoptionCard({ summary, trends, days, onTopic }: AdoptionCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const hasTrend = trends !== undefined && trends.days.length > 1;
  const levels = summary.levels.length;
  const titleOf = (id: string) => summary.levels.find(level => level.id === id)?.title ?? id;
  return (
    <Section title={t('organisation.adoption.title')} subtitle={t('organisation.adoption.subtitle')}>
      <div className={classes.scroll}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('organisation.adoption.topic')}</TableCell>
              <TableCell />
              <TableCell align="right">{t('organisation.adoption.share')}</TableCell>
              <TableCell align="right">{t('organisation.adoption.services')}</TableCell>
              {hasTrend && <TableCell align="right">{t('steering.trend.column', { count: Number(days) })}</TableCell>}
            </TableRow>
          </TableHead>
          <TableBody>
            {summary.tiers.map(tier => (
              <Fragment key={tier.id}>
                <TableRow data-group>
                  <RowHead groupOf={hasTrend ? 5 : 4}>
                    <span className={classes.level}>
                      <LevelMark rank={summary.levels.findIndex(({ id }) => id === tier.to)} of={levels} size={16} />
                      <strong>
                        {titleOf(tier.from)} → {titleOf(tier.to)}
                      </strong>
                      {tier.title}
                    </span>
                  </RowHead>
                </TableRow>
                {[...tier.topics].sort(lowestFirst).map(topic => (
                  <TableRow key={topic.id}>
                    <RowHead>
                      <Link component="button" align="left" onClick={() => onTopic(topic.id, 'missed')}>
                        {topic.title}
                      </Link>
                      {topic.advice && ` · ${t('marks.severity.advice')}`}
                    </RowHead>
                    <TableCell>
                      <ShareBar part={partOf(topic)} />
                    </TableCell>
                    <TableCell align="right" className={classes.number}>
                      {format.percent(partOf(topic))}
                    </TableCell>
                    <TableCell align="right" className={classes.number}>
                      <Link
                        component="button"
                        onClick={() => onTopic(topic.id, 'met')}
                        aria-label={t('organisation.adoption.meet', { share: format.share(topic), topic: topic.title })}
                      >
                        {format.share(topic)}
                      </Link>
                    </TableCell>
                    {hasTrend && (
                      <TableCell align="right" className={classes.number}>
                        <TopicTrend shares={trends.topics[topic.id] ?? []} days={trends.days} />
                      </TableCell>
                    )}
                  </TableRow>
                ))}
              </Fragment>
            ))}
          </TableBody>
        </Table>
      </div>
    </Section>
  );
}
