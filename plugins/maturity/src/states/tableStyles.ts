// How tables look on all screens: rows parted by lines, a small bold head, text in line with the title of the card.
import type { Theme } from '@material-ui/core/styles';

const cell = '& [class*="MuiTableCell-root"]';
const row = '& [class*="MuiTableRow-root"]';

/** Rules below the root of a screen. The stripes of the theme would look like the heads of groups of rows. */
export const tableStyles = (theme: Theme) => ({
  '& th, & td': { wordBreak: 'normal', overflowWrap: 'break-word', lineHeight: '20px' },
  [cell]: { padding: '6px 8px', borderBottom: `1px solid ${theme.palette.divider}` },
  [`${row} > :first-child`]: { paddingLeft: 16 },
  [`${row} > :last-child`]: { paddingRight: 16 },
  [`${row}:nth-of-type(n)`]: { backgroundColor: 'transparent' },
  [`${row}[data-group]`]: { backgroundColor: theme.palette.action.hover },
  [`& thead ${cell.slice(2)}`]: {
    whiteSpace: 'nowrap',
    fontSize: 12,
    lineHeight: '16px',
    fontWeight: 700,
    color: theme.palette.text.secondary,
    '@media (max-width: 720px)': { whiteSpace: 'normal' },
  },
});
