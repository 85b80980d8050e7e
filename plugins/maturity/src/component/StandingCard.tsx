// Level, score, coverage, level in each environment, and the button to judge anew.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { LevelMark } from '../marks/LevelMark';
import { LevelName } from '../marks/LevelName';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { RecheckButton } from './RecheckButton';
import { ScoreTrend } from './ScoreTrend';
import type { RecheckState } from './useRecheck';

interface StandingCardProps {
  view: ReportView;
  recheck: RecheckState;
}

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap' },
  cell: {
    padding: 16,
    flex: '1 1 140px',
    borderRight: `1px solid ${theme.palette.divider}`,
    '&:last-child': { borderRight: 0 },
    '@media (max-width: 720px)': { borderRight: 0, borderBottom: `1px solid ${theme.palette.divider}` },
  },
  wide: { flex: '2 1 260px' },
  figure: { fontSize: 28, lineHeight: '32px', fontWeight: 700, fontVariantNumeric: 'tabular-nums' },
  level: { display: 'flex', gap: 12, alignItems: 'center' },
  observed: { marginTop: 8 },
  environments: { display: 'flex', flexWrap: 'wrap', gap: '8px 24px', margin: 0, padding: 0, listStyle: 'none' },
}));

function Cell({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={`${classes.cell} ${wide ? classes.wide : ''}`}>
      <Typography variant="caption" component="h3" color="textSecondary">
        {title}
      </Typography>
      {children}
    </div>
  );
}

/** Keeps the old figures while a new report is made. */
export function StandingCard({ view, recheck }: StandingCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { report, roadmap } = view;
  const rank = roadmap.levels.findIndex(({ id }) => id === report.level);
  const earlier = view.transitions.find(({ check, environment, from }) => !check && !environment && from);
  const scored = report.topics.filter(({ advice }) => !advice);
  const applicable = scored.reduce((sum, topic) => sum + topic.applicable, 0);
  return (
    <Paper className={classes.root}>
      <Cell title={t('component.standing.level')}>
        <div className={classes.level}>
          <LevelMark rank={rank} of={roadmap.levels.length} size={32} />
          <span className={classes.figure} data-testid="level">
            {roadmap.levels[rank]?.title ?? report.level}
          </span>
        </div>
        {earlier?.from && (
          <Typography variant="caption" color="textSecondary">
            {t('mending.standing.since', {
              level: roadmap.levels.find(({ id }) => id === earlier.from)?.title ?? earlier.from,
              day: format.day(earlier.at),
            })}
          </Typography>
        )}
      </Cell>
      <Cell title={t('component.standing.score')}>
        <ScoreTrend view={view} />
      </Cell>
      <Cell title={t('component.standing.coverage')}>
        <div className={classes.figure}>{format.percent(report.coverage)}</div>
        <Typography variant="caption" color="textSecondary">
          {t('component.standing.coverageOf', { count: applicable })}
        </Typography>
      </Cell>
      {report.environments.length > 0 && (
        <Cell title={t('component.standing.environments')} wide>
          <ul className={classes.environments}>
            {report.environments.map(({ environment, level }) => (
              <li key={environment}>
                <Typography variant="caption" color="textSecondary" display="block">
                  {environment}
                </Typography>
                <LevelName levels={roadmap.levels} level={level} size={16} />
              </li>
            ))}
          </ul>
        </Cell>
      )}
      <div className={classes.cell}>
        <RecheckButton recheck={recheck} detailed />
        <Typography
          variant="caption"
          color="textSecondary"
          component="p"
          aria-live="polite"
          className={classes.observed}
        >
          <time dateTime={report.observedAt} title={format.instant(report.observedAt)}>
            {t('component.standing.observed', { when: format.ago(report.observedAt) })}
          </time>
        </Typography>
      </div>
    </Paper>
  );
}
