// The root of each screen: one column of cards in the theme's own font, with tables that do not break words.
import type { Theme } from '@material-ui/core/styles';
import { ThemeProvider, createTheme, makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useAppLanguage } from '../theme/useFormat';
import { PageTitle } from '../shell/PageTitle';
import { aroundScreen, phoneStyles } from './screenStyles';
import { printStyles } from './printStyles';
import { tableStyles } from './tableStyles';
import { usePrinting } from './usePrinting';

const useStyles = makeStyles(theme => ({
  '@global': { ...printStyles, ...aroundScreen },
  root: {
    display: 'grid',
    gap: 16,
    gridTemplateColumns: 'minmax(0, 1fr)',
    fontFamily: theme.typography.fontFamily,
    color: theme.palette.text.primary,
    '& h1, & h2, & h3': { fontFamily: 'inherit' },
    '& [class*="MuiTypography-caption"]': { lineHeight: '16px' },
    '& h3[class*="MuiTypography-caption"]': { marginBottom: 4 },
    // Phones zoom in on fields with smaller letters.
    '@media (min-width: 721px)': { '& [class*="MuiInputBase-root"]': { fontSize: 14 } },
    ...(tableStyles(theme) as object),
    ...phoneStyles,
  },
}));

/** Secondary text of the usual light themes has less than 4.5:1 on their page (WCAG 1.4.3); this has on page and paper. */
const secondaryText = '#5c5c5c';

/** Paper is white, so a dark theme prints as a light one with the same letters. */
function onPaper(theme: Theme): Theme {
  if (theme.palette.type === 'light') return readable(theme);
  return readable(createTheme({ typography: { fontFamily: theme.typography.fontFamily } }));
}

function readable(theme: Theme): Theme {
  if (theme.palette.type === 'dark') return theme;
  const text = { ...theme.palette.text, secondary: secondaryText };
  return { ...theme, palette: { ...theme.palette, text } };
}

interface PageRootProps {
  /** Names the tab of the browser, and the paper; absent on pages of entities, which the catalog names. */
  title?: string | undefined;
  /** Its first heading says the title already. */
  hasHeading?: boolean;
  /** Names on paper what the shell names on the screen. */
  paperTitle?: string;
  children: ReactNode;
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
export function PageRoot({ title, hasHeading = false, paperTitle, children }: PageRootProps) {
  const printing = usePrinting();
  const onPaperOnly = paperTitle ?? (hasHeading ? undefined : title);
  return (
    <ThemeProvider theme={printing ? onPaper : readable}>
      <Root>
        {title && <PageTitle title={title} />}
        {printing && onPaperOnly && <h1>{onPaperOnly}</h1>}
        {children}
      </Root>
    </ThemeProvider>
  );
}
