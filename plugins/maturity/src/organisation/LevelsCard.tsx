// How many services stand at each level, with the mean score and coverage.
import type { OrganisationSummary, Trend } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Link from '@material-ui/core/Link';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { LevelName } from '../marks/LevelName';
import { ShareBar } from '../marks/ShareBar';
import { RowHead } from '../states/RowHead';
import { Section } from '../states/Section';
import type { Loaded } from '../hooks/useLoad';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { LevelsTrend } from './LevelsTrend';

interface LevelsCardProps {
  summary: OrganisationSummary;
  trend: Loaded<Trend>;
  /** Days back from today. */
  days: string;
  onLevel: (level: string) => void;
}

const useStyles = makeStyles(theme => ({
  body: { display: 'flex', flexWrap: 'wrap' },
  table: { flex: '1 1 380px', overflowX: 'auto' },
  figures: {
    flex: '0 0 200px',
    padding: 16,
    borderLeft: `1px solid ${theme.palette.divider}`,
    display: 'grid',
    gap: 16,
  },
  figure: { fontSize: 28, lineHeight: '32px', fontWeight: 700, fontVariantNumeric: 'tabular-nums' },
  number: { fontVariantNumeric: 'tabular-nums' },
  bar: { width: '30%', minWidth: 72 },
}));

/** Highest level on top; a number leads to the services that it counts. */
export function LevelsCard({ summary, trend, days, onLevel }: LevelsCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { levels, components, score, coverage } = summary;
  const points = trend.value?.points ?? [];
  const start = points.length > 1 ? points[0] : undefined;
  return (
    <Section title={t('organisation.levels.title')} subtitle={t('organisation.levels.subtitle')}>
      <div className={classes.body}>
        <LevelsTrend levels={levels} trend={trend} />
        <div className={classes.table}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{t('organisation.levels.level')}</TableCell>
                <TableCell align="right">{t('organisation.levels.services')}</TableCell>
                <TableCell />
                <TableCell align="right">{t('organisation.levels.share')}</TableCell>
                {start && <TableCell align="right">{t('organisation.levels.days', { count: Number(days) })}</TableCell>}
              </TableRow>
            </TableHead>
            <TableBody>
              {[...levels].reverse().map(level => (
                <TableRow key={level.id}>
                  <RowHead>
                    <LevelName levels={levels} level={level.id} />
                  </RowHead>
                  <TableCell align="right" className={classes.number}>
                    <Link
                      component="button"
                      onClick={() => onLevel(level.id)}
                      aria-label={t('organisation.levels.at', { services: level.components, level: level.title })}
                    >
                      <strong>{format.number(level.components)}</strong>
                    </Link>
                  </TableCell>
                  <TableCell className={classes.bar}>
                    <ShareBar part={components ? level.components / components : undefined} width="100%" />
                  </TableCell>
                  <TableCell align="right" className={classes.number}>
                    {format.percent(components ? level.components / components : undefined)}
                  </TableCell>
                  {start && (
                    <TableCell align="right" className={classes.number}>
                      {format.signed(level.components - (start.components[level.id] ?? 0))}
                    </TableCell>
                  )}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
        <div className={classes.figures}>
          <Figure
            title={t('organisation.levels.score')}
            value={format.percent(score)}
            note={t('organisation.levels.mean')}
          />
          <Figure
            title={t('organisation.levels.coverage')}
            value={format.percent(coverage)}
            note={
              coverage === undefined
                ? t('organisation.levels.nothingJudged')
                : t('organisation.levels.notJudged', { share: format.percent(1 - coverage) })
            }
          />
        </div>
      </div>
    </Section>
  );
}

function Figure({ title, value, note }: { title: string; value: string; note: string }) {
  const classes = useStyles();
  return (
    <div>
      <Typography variant="caption" component="h3" color="textSecondary">
        {title}
      </Typography>
      <div className={classes.figure}>{value}</div>
      <Typography variant="caption" color="textSecondary">
        {note}
      </Typography>
    </div>
  );
}
