// The root of each screen: one column of cards in the theme's own font, with tables that do not break words.
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: 16,
    gridTemplateColumns: 'minmax(0, 1fr)',
    fontFamily: theme.typography.fontFamily,
    color: theme.palette.text.primary,
    '& h1, & h2, & h3': { fontFamily: 'inherit' },
    '& th, & td': { wordBreak: 'normal', overflowWrap: 'break-word', paddingTop: 6, paddingBottom: 6 },
    '& thead th': { whiteSpace: 'nowrap' },
  },
}));

/** The shell around it gives other fonts than the theme of its components. */
export function PageRoot({ children }: { children: ReactNode }) {
  return <div className={useStyles().root}>{children}</div>;
}
