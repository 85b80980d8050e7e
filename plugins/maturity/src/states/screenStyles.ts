// What changes for fingers, narrow screens and those who asked for less motion, in all screens alike.

/** Side of the smallest thing to hit, in pixels. */
const target = 32;

/** Rules below the root of a screen. */
export const phoneStyles = {
  '@media (max-width: 720px)': {
    '& [class*="MuiIconButton-root"], & [class*="MuiButton-root"]': { minWidth: target, minHeight: target },
    '& [class*="MuiLink-button"]': { minHeight: target },
    // Links that stand for themselves; within a sentence or a row the line is high enough around them.
    '& nav > a, & li > a, & h2 > a, & article > a, & section > div > a, & section > div > div > a': {
      display: 'inline-flex',
      alignItems: 'center',
      minHeight: target,
    },
  },
} as const;

/**
 * Rules for the document while a screen is shown. The row of tabs above it is the shell's, and would push the page wider
 * than the phone (WCAG 1.4.10).
 */
export const aroundScreen = {
  // Drawers stand outside the root, and move too.
  '@media (prefers-reduced-motion: reduce)': {
    'body:has([data-maturity]) *': { transition: 'none !important', animation: 'none !important' },
  },
  '@media (max-width: 480px)': {
    ':has([data-maturity]) .bui-Tabs': { maxWidth: '100vw', overflowX: 'auto', whiteSpace: 'nowrap' },
  },
} as const;
