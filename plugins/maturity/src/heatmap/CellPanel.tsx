// The components behind a cell of the heat map, with their verdict in its topic.
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { ComponentPage, LevelCount } from '@maturity-roadmap/backstage-plugin-maturity-common';
import IconButton from '@material-ui/core/IconButton';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import type { Loaded } from '../hooks/useLoad';
import { LevelName } from '../marks/LevelName';
import { VerdictMark } from '../marks/VerdictMark';
import { verdictOrder } from '../marks/verdicts';
import { topicRouteRef } from '../routes';
import { ComponentLink } from '../states/ComponentLink';
import { LoadError } from '../states/LoadError';
import { RowHead } from '../states/RowHead';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

interface CellPanelProps {
  /** `Payments × Network policies`. */
  title: string;
  roadmapId: string;
  topic: string;
  levels: readonly LevelCount[];
  page: Loaded<ComponentPage | undefined>;
  onClose: () => void;
}

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  actions: { display: 'flex', gap: 16, alignItems: 'center' },
  verdict: { display: 'inline-flex', gap: 8, alignItems: 'center' },
});

/** What needs work comes first. */
export function CellPanel({ title, roadmapId, topic, levels, page, onClose }: CellPanelProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const topicRoute = useRouteRef(topicRouteRef);
  const { value, error, reload } = page;
  const verdictOf = (row: ComponentPage['items'][number]) => row.topics?.[topic] ?? 'notApplicable';
  const rows = [...(value?.items ?? [])].sort(
    (a, b) => verdictOrder.indexOf(verdictOf(a)) - verdictOrder.indexOf(verdictOf(b)),
  );
  const extentOf = (total: number) => {
    const services = t('marks.services', { count: total });
    return total > rows.length ? t('heatmap.panel.shown', { services, shown: rows.length }) : services;
  };
  return (
    <Section
      title={title}
      subtitle={value && extentOf(value.total)}
      actions={
        <span className={classes.actions}>
          <Link to={topicRoute({ roadmapId, topicId: topic })}>{t('heatmap.panel.openTopic')}</Link>
          <IconButton size="small" aria-label={t('states.close')} onClick={onClose}>
            <CloseIcon fontSize="small" />
          </IconButton>
        </span>
      }
    >
      {error && !value && <LoadError what={t('heatmap.panel.theServices')} error={error} onRetry={reload} />}
      {!value && !error && <RowsSkeleton rows={4} label={t('heatmap.panel.loading')} />}
      {value && (
        <div className={classes.scroll}>
          <Table size="small" aria-label={title}>
            <TableHead>
              <TableRow>
                <TableCell>{t('heatmap.panel.service')}</TableCell>
                <TableCell>{t('heatmap.panel.level')}</TableCell>
                <TableCell>{t('heatmap.panel.found')}</TableCell>
                <TableCell align="right">{t('heatmap.panel.changed')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map(row => (
                <TableRow key={row.ref}>
                  <RowHead>
                    <ComponentLink component={row} topic={topic} />
                  </RowHead>
                  <TableCell>
                    <LevelName levels={levels} level={row.level} size={16} />
                  </TableCell>
                  <TableCell>
                    <span className={classes.verdict}>
                      <VerdictMark verdict={verdictOf(row)} title={false} /> {t(`marks.verdict.${verdictOf(row)}`)}
                    </span>
                  </TableCell>
                  <TableCell align="right">
                    {row.changedAt && <time title={format.instant(row.changedAt)}>{format.ago(row.changedAt)}</time>}
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
