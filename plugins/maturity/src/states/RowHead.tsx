// The cell that names a row, for people and for screen readers.
import TableCell from '@material-ui/core/TableCell';
import type { ReactNode } from 'react';

interface RowHeadProps {
  children: ReactNode;
  /** Names a group of rows across so many columns. */
  groupOf?: number;
}

/** Material UI would call a `th` in the body a plain cell. */
export function RowHead({ children, groupOf }: RowHeadProps) {
  return (
    <TableCell component="th" role="rowheader" scope={groupOf ? 'rowgroup' : 'row'} colSpan={groupOf}>
      {children}
    </TableCell>
  );
}
