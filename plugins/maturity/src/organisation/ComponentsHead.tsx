// Head of the table of components: each column sorts.
import type { ComponentsQuery } from '@maturity-roadmap/backstage-plugin-maturity-common';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { useTexts } from '../translation/useTexts';

interface ComponentsHeadProps {
  query: ComponentsQuery;
  onQuery: (change: Partial<ComponentsQuery>) => void;
}

type Sort = NonNullable<ComponentsQuery['sort']>;

const columns: { sort: Sort; isNumber?: boolean }[] = [
  { sort: 'name' },
  { sort: 'owner' },
  { sort: 'system' },
  { sort: 'level' },
  { sort: 'blockers', isNumber: true },
  { sort: 'score', isNumber: true },
  { sort: 'change', isNumber: true },
  { sort: 'coverage', isNumber: true },
  { sort: 'changed', isNumber: true },
];

/** A second click turns the direction. */
export function ComponentsHead({ query, onQuery }: ComponentsHeadProps) {
  const t = useTexts();
  const { sort = 'name', order = 'asc' } = query;
  const choose = (next: Sort) => onQuery({ sort: next, order: next === sort && order === 'asc' ? 'desc' : 'asc' });
  return (
    <TableHead>
      <TableRow>
        {columns.map(column => (
          <TableCell
            key={column.sort}
            align={column.isNumber ? 'right' : 'left'}
            sortDirection={column.sort === sort ? order : false}
          >
            <TableSortLabel
              active={column.sort === sort}
              direction={column.sort === sort ? order : 'asc'}
              onClick={() => choose(column.sort)}
            >
              {column.sort === 'change'
                ? t('steering.trend.scoreColumn', { count: query.days ?? 90 })
                : t(`organisation.components.column.${column.sort}`)}
            </TableSortLabel>
          </TableCell>
        ))}
      </TableRow>
    </TableHead>
  );
}
