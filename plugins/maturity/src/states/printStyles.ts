// How a screen prints on A4: without the shell around it, without what can only be clicked, and with nothing cut off.

/** Whatever shell there is: what leads to our root is made plain, what stands beside it is left out. */
const shell = {
  ':has([data-maturity])': {
    display: 'block !important',
    position: 'static !important' as 'static',
    overflow: 'visible !important',
    width: 'auto !important',
    maxWidth: 'none !important',
    height: 'auto !important',
    minHeight: '0 !important',
    maxHeight: 'none !important',
    margin: '0 !important',
    padding: '0 !important',
    background: 'none !important',
  },
  ':has([data-maturity]) > :not(:has([data-maturity]), [data-maturity])': { display: 'none !important' },
};

/** Fields, buttons and switches; links stay, whichever element they are. */
const controls = ['MuiButton-root', 'MuiIconButton-root', 'MuiToggleButtonGroup-root', 'MuiTextField-root']
  .map(name => `[data-maturity] [class*="${name}"]`)
  .join(', ');

/** Rules for the whole document while one of our screens is printed. */
export const printStyles = {
  '@media print': {
    ...shell,
    '[data-maturity]': {
      // Bars, rings and verdicts are colours that mean something.
      '-webkit-print-color-adjust': 'exact',
      'print-color-adjust': 'exact',
    },
    '[data-maturity] div, [data-maturity] section': { overflow: 'visible !important' },
    '[data-maturity] pre': { whiteSpace: 'pre-wrap !important', overflowWrap: 'anywhere' },
    '[data-maturity] th, [data-maturity] td': {
      padding: '4px 6px !important',
      minWidth: '0 !important',
      fontSize: '12px !important',
      whiteSpace: 'normal !important' as 'normal',
    },
    '[data-maturity] tr, [data-maturity] li, [data-maturity] a': { breakInside: 'avoid' },
    '[data-maturity] h1, [data-maturity] h2, [data-maturity] h3, [data-maturity] thead': { breakAfter: 'avoid' },
    '[data-maturity] [class*="MuiPaper-root"]': { boxShadow: 'none !important', border: '1px solid #dedede' },
    [controls]: { display: 'none !important' },
  },
} as const;
