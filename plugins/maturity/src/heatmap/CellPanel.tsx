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
import { verdictNames, verdictOrder } from '../marks/verdicts';
import { topicRouteRef } from '../routes';
import { ComponentLink } from '../states/ComponentLink';
import { LoadError } from '../states/LoadError';
import { RowHead } from '../states/RowHead';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { Section } from '../states/Section';
import { ago, count, instant } from '../theme/format';

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
  const topicRoute = useRouteRef(topicRouteRef);
  const { value, error, reload } = page;
  const verdictOf = (row: ComponentPage['items'][number]) => row.topics?.[topic] ?? 'notApplicable';
  const rows = [...(value?.items ?? [])].sort(
    (a, b) => verdictOrder.indexOf(verdictOf(a)) - verdictOrder.indexOf(verdictOf(b)),
  );
  return (
    <Section
      title={title}
      subtitle={value && `${count(value.total, 'service')}${value.total > rows.length ? `, ${rows.length} shown` : ''}`}
      actions={
        <span className={classes.actions}>
          <Link to={topicRoute({ roadmapId, topicId: topic })}>Open topic</Link>
          <IconButton size="small" aria-label="Close" onClick={onClose}>
            <CloseIcon fontSize="small" />
          </IconButton>
        </span>
      }
    >
      {error && !value && <LoadError what="The services" error={error} onRetry={reload} />}
      {!value && !error && <RowsSkeleton rows={4} label="Loading the services" />}
      {value && (
        <div className={classes.scroll}>
          <Table size="small" aria-label={title}>
            <TableHead>
              <TableRow>
                <TableCell>Service</TableCell>
                <TableCell>Level</TableCell>
                <TableCell>What was found</TableCell>
                <TableCell align="right">Last change</TableCell>
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
                      <VerdictMark verdict={verdictOf(row)} title={false} /> {verdictNames[verdictOf(row)]}
                    </span>
                  </TableCell>
                  <TableCell align="right">
                    {row.changedAt && <time title={instant(row.changedAt)}>{ago(row.changedAt)}</time>}
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
