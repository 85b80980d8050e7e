// Colours that the theme does not have: verdicts, levels and shares, for light and dark.
import { useTheme } from '@material-ui/core/styles';
import type { Verdict } from '@maturity-roadmap/engine';

/** Colours by meaning. Each has at least 4.5:1 as text and 3:1 as an icon on page, paper and highlight. */
export interface MaturityTokens {
  verdict: Record<Verdict | 'waived', string>;
  /** Filled steps of a level's stair, and the outline of the others. */
  level: { filled: string; empty: string };
  /** From the first level to the last. */
  levelRamp: readonly string[];
  share: { met: string; rest: string };
  /** Cells of a heat map from little to much, each with the colour of its text. */
  heat: readonly { fill: string; ink: string }[];
  /** Lines of a diff; a sign before each line says the same. */
  diff: Record<'removed' | 'added', { fill: string; ink: string }>;
  highlight: string;
  border: string;
}

const light: MaturityTokens = {
  verdict: {
    pass: '#14703a',
    fail: '#b9151f',
    warn: '#8a5200',
    waived: '#5b3fa6',
    notApplicable: '#636363',
    unknown: '#47596b',
  },
  level: { filled: '#163f70', empty: '#7d8b99' },
  levelRamp: ['#b7cbe3', '#7ba3d0', '#3d76b4', '#163f70'],
  share: { met: '#3d76b4', rest: '#dde4ec' },
  heat: [
    { fill: '#ffffff', ink: '#1f1f1f' },
    { fill: '#e4edf7', ink: '#1f1f1f' },
    { fill: '#c3d7ec', ink: '#1f1f1f' },
    { fill: '#94b7db', ink: '#1f1f1f' },
    { fill: '#1f5493', ink: '#ffffff' },
  ],
  diff: { removed: { fill: '#fdecec', ink: '#8f1119' }, added: { fill: '#e6f4ea', ink: '#0f5a2e' } },
  highlight: '#eaf1f9',
  border: '#dedede',
};

const dark: MaturityTokens = {
  verdict: {
    pass: '#85dd9f',
    fail: '#ffa8a2',
    warn: '#ffc76b',
    waived: '#d3c3ff',
    notApplicable: '#c6c6c6',
    unknown: '#bdd0e2',
  },
  level: { filled: '#a9d0ff', empty: '#98a2ad' },
  levelRamp: ['#5a7391', '#78a3d6', '#a9d0ff', '#e6f1ff'],
  share: { met: '#9cc9ff', rest: '#5e6670' },
  heat: [
    { fill: '#424242', ink: '#ffffff' },
    { fill: '#46525f', ink: '#ffffff' },
    { fill: '#486079', ink: '#ffffff' },
    { fill: '#4c719c', ink: '#ffffff' },
    { fill: '#a9d0ff', ink: '#12263d' },
  ],
  diff: { removed: { fill: '#5a2d30', ink: '#ffd9d6' }, added: { fill: '#24492f', ink: '#c9f2d5' } },
  highlight: '#3d4957',
  border: '#5f5f5f',
};

/** The colours of one type of theme, for style sheets. */
export const tokensFor = (type: 'light' | 'dark'): MaturityTokens => (type === 'dark' ? dark : light);

/** The colours for the current theme. */
export function useMaturityTokens(): MaturityTokens {
  return tokensFor(useTheme().palette.type);
}
