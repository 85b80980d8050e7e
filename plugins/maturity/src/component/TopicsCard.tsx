// All topics with their verdict in each environment, failures first; a topic opens to its checks.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useSearchParam } from '../hooks/useSearchParam';
import { verdictOrder } from '../marks/verdicts';
import { FilterButtons } from '../states/FilterButtons';
import { Section } from '../states/Section';
import { useTexts } from '../translation/useTexts';
import { TopicGroupRow } from './TopicGroupRow';
import { TopicTableRow } from './TopicTableRow';
import { repositoryColumn, topicRows } from './topicRows';

interface TopicsCardProps {
  view: ReportView;
  onOpen: (check: string) => void;
}

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  cell: { whiteSpace: 'nowrap' },
  filters: { display: 'flex', flexWrap: 'wrap', gap: 8 },
  empty: { padding: 16 },
  folded: { '@media screen and (max-width: 720px)': { display: 'none' } },
  worst: { '@media print, (min-width: 721px)': { display: 'none' } },
});

/** Filter and opened topic stand in the URL. */
export function TopicsCard({ view, onOpen }: TopicsCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const [, setParameters] = useSearchParams();
  const [filter, setFilter] = useSearchParam('show', 'all');
  const [drift, setDrift] = useSearchParam('drift', 'all');
  const [openTopic, setOpenTopic] = useSearchParam('topic');
  const rows = topicRows(view, t);
  const columns = [repositoryColumn, ...view.report.environments.map(({ environment }) => environment)];
  const shown = rows.filter(row => (filter === 'all' || row.verdict === filter) && (drift === 'all' || row.drifts));
  const drifting = rows.filter(row => row.drifts).length;
  const options = [
    { value: 'all', label: t('states.all'), count: rows.length },
    ...verdictOrder.map(verdict => ({
      value: verdict,
      label: t(`marks.verdict.${verdict}`),
      count: rows.filter(row => row.verdict === verdict).length,
    })),
  ].filter(option => option.count > 0 || option.value === filter);
  return (
    <Section
      title={t('component.topics.title')}
      subtitle={t('component.topics.subtitle', { all: rows.length })}
      actions={
        <div className={classes.filters}>
          <FilterButtons label={t('component.topics.show')} options={options} value={filter} onChange={setFilter} />
          {(drifting > 0 || drift !== 'all') && (
            <FilterButtons
              label={t('mending.topics.drift')}
              options={[
                { value: 'all', label: t('mending.topics.any') },
                { value: 'only', label: t('mending.topics.driftOnly'), count: drifting },
              ]}
              value={drift}
              onChange={setDrift}
            />
          )}
        </div>
      }
    >
      <div className={classes.scroll}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('component.topics.topic')}</TableCell>
              <TableCell className={classes.folded}>{t('component.topics.found')}</TableCell>
              <TableCell className={classes.folded}>{t('component.topics.tier')}</TableCell>
              {columns.map(column => (
                <TableCell key={column} align="center" className={`${classes.cell} ${classes.folded}`}>
                  {column === repositoryColumn ? t('component.topics.repository') : column}
                </TableCell>
              ))}
              <TableCell align="center" className={classes.worst}>
                {t('mending.topics.worst')}
              </TableCell>
              <TableCell align="right" className={classes.folded}>
                {t('component.topics.met')}
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {verdictOrder.map(verdict => {
              const group = shown.filter(row => row.verdict === verdict);
              if (group.length === 0) return null;
              return (
                <Fragment key={verdict}>
                  <TopicGroupRow verdict={verdict} topics={group.length} columns={columns.length + 5} />
                  {group.map(row => (
                    <TopicTableRow
                      key={row.id}
                      row={row}
                      view={view}
                      columns={columns}
                      foldedClass={classes.folded}
                      worstClass={classes.worst}
                      expanded={openTopic === row.id}
                      onToggle={() => setOpenTopic(openTopic === row.id ? '' : row.id)}
                      onOpen={onOpen}
                    />
                  ))}
                </Fragment>
              );
            })}
          </TableBody>
        </Table>
      </div>
      <Typography className={classes.empty} variant="caption" color="textSecondary" component="p">
        {t('mending.topics.footnote')}
      </Typography>
      {shown.length === 0 && (
        <Typography className={classes.empty} variant="body2">
          {t('states.noTopic')}{' '}
          <Button size="small" onClick={() => setParameters({}, { replace: true })}>
            {t('states.showAll')}
          </Button>
        </Typography>
      )}
    </Section>
  );
}
