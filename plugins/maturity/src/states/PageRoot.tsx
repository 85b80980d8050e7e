// The root of each screen: one column of cards in the theme's own font, with tables that do not break words.
import type { Theme } from '@material-ui/core/styles';
import { ThemeProvider, makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useAppLanguage } from '../theme/useFormat';

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

/** Secondary text of the usual light themes has less than 4.5:1 on their page (WCAG 1.4.3); this has on page and paper. */
const secondaryText = '#5c5c5c';

function readable(theme: Theme): Theme {
  if (theme.palette.type === 'dark') return theme;
  const text = { ...theme.palette.text, secondary: secondaryText };
  return { ...theme, palette: { ...theme.palette, text } };
}

function Root({ children }: { children: ReactNode }) {
  // The document may name another language than the one that was chosen (WCAG 3.1.2).
  const language = useAppLanguage();
  return (
    <div className={useStyles().root} lang={language} data-maturity>
      {children}
    </div>
  );
}

/** The shell around it gives other fonts than the theme of its components. */
export function PageRoot({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider theme={readable}>
      <Root>{children}</Root>
    </ThemeProvider>
  );
}
