// Every component, with search, filters, sorting and pages made by the backend.
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  ComponentPage,
  ComponentsQuery,
  OrganisationSummary,
} from '@maturity-roadmap/backstage-plugin-maturity-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TablePagination from '@material-ui/core/TablePagination';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type { Loaded } from '../hooks/useLoad';
import { LevelName } from '../marks/LevelName';
import { ComponentLink } from '../states/ComponentLink';
import { LoadError } from '../states/LoadError';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { RowHead } from '../states/RowHead';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { ComponentsFilters } from './ComponentsFilters';
import { ComponentsHead } from './ComponentsHead';
import { ExportButton } from './ExportButton';
import { ScoreChange } from './ScoreChange';
import { pageSize } from './useComponentsQuery';

interface ComponentsCardProps {
  summary: OrganisationSummary;
  page: Loaded<ComponentPage>;
  query: ComponentsQuery;
  onQuery: (change: Partial<ComponentsQuery>) => void;
  onExport: () => Promise<Blob>;
}

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' },
  scroll: { overflowX: 'auto' },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

/** An error or an empty result stays within the card. */
export function ComponentsCard({ summary, page, query, onQuery, onExport }: ComponentsCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { value, error } = page;
  return (
    <Section
      title={t('organisation.components.title')}
      subtitle={value && format.number(value.total)}
      busy={page.outdated}
      actions={
        <div className={classes.actions}>
          <ComponentsFilters summary={summary} query={query} onQuery={onQuery} />
          <ExportButton onExport={onExport} />
        </div>
      }
    >
      {error && <LoadError what={t('organisation.components.theComponents')} error={error} onRetry={page.reload} />}
      {!value && !error && <RowsSkeleton rows={6} label={t('organisation.components.loading')} />}
      {value && (
        <>
          <div className={classes.scroll}>
            <Table size="small" aria-label={t('organisation.components.title')}>
              <ComponentsHead query={query} onQuery={onQuery} />
              <TableBody>
                {value.items.map(row => (
                  <TableRow key={row.ref}>
                    <RowHead>
                      <ComponentLink component={row} />
                    </RowHead>
                    <TableCell>{row.owner && <EntityRefLink entityRef={row.owner} hideIcon />}</TableCell>
                    <TableCell>{row.system && <EntityRefLink entityRef={row.system} hideIcon />}</TableCell>
                    <TableCell>
                      <LevelName levels={summary.levels} level={row.level} size={16} />
                    </TableCell>
                    <TableCell align="right" className={classes.number}>
                      {row.blockers ? format.number(row.blockers) : '–'}
                    </TableCell>
                    <TableCell align="right" className={classes.number}>
                      {format.percent(row.score)}
                    </TableCell>
                    <TableCell align="right" className={classes.number}>
                      <ScoreChange row={row} />
                    </TableCell>
                    <TableCell align="right" className={classes.number}>
                      {format.percent(row.coverage)}
                    </TableCell>
                    <TableCell align="right" className={classes.number}>
                      {row.changedAt && <time title={format.instant(row.changedAt)}>{format.ago(row.changedAt)}</time>}
                    </TableCell>
                  </TableRow>
                ))}
                {value.items.length === 0 && (
                  <TableRow>
                    <TableCell colSpan={9}>{t('organisation.components.none')}</TableCell>
                  </TableRow>
                )}
              </TableBody>
            </Table>
          </div>
          <TablePagination
            component="div"
            labelDisplayedRows={({ from, to, count: all }) => t('organisation.components.pages', { from, to, all })}
            nextIconButtonText={t('organisation.components.nextPage')}
            backIconButtonText={t('organisation.components.previousPage')}
            count={value.total}
            page={Math.floor((query.offset ?? 0) / pageSize)}
            rowsPerPage={pageSize}
            rowsPerPageOptions={[pageSize]}
            onPageChange={(_event, next) => onQuery({ offset: next * pageSize })}
          />
        </>
      )}
    </Section>
  );
}
