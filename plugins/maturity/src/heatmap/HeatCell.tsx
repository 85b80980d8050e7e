// A cell of the heat map: how many of a row meet a topic, as number, bar and shade.
import type { Share } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import type { Format } from '../theme/format';
import { partOf, wholePercent } from '../theme/format';
import { useFormat } from '../theme/useFormat';
import type { MaturityTokens } from '../theme/useMaturityTokens';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import type { Texts } from '../translation/useTexts';
import { useTexts } from '../translation/useTexts';
import { heatStep } from './heatRows';

/** What all cells of a row share: there are thousands, so that each must be cheap. */
export interface CellLook {
  classes: Record<'root' | 'bar', string>;
  t: Texts;
  format: Format;
  tokens: MaturityTokens;
}

interface HeatCellProps {
  look: CellLook;
  share: Share | undefined;
  /** Title of the row and of the topic, for screen readers. */
  row: string;
  topic: string;
  selected: boolean;
  tabIndex: number;
}

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    width: '100%',
    height: 28,
    padding: 0,
    borderRadius: 2,
    font: 'inherit',
    fontSize: 12,
    lineHeight: '16px',
    fontVariantNumeric: 'tabular-nums',
    color: 'inherit',
    background: 'none',
    cursor: 'pointer',
    border: `1px solid ${theme.palette.divider}`,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: 2, zIndex: 1 },
  },
  bar: { width: '70%', height: 2, display: 'block', marginTop: 1 },
}));

/** Worked out once for each row. */
export function useCellLook(): CellLook {
  return { classes: useStyles(), t: useTexts(), format: useFormat(), tokens: useMaturityTokens() };
}

/** Where most could not be judged. */
export const hatch = (color: string) => `repeating-linear-gradient(45deg, transparent 0 4px, ${color} 4px 5px)`;

/** Hatched where most could not be judged; a dash where it applies to none. The grid listens for clicks. */
export function HeatCell({ look, share, row, topic, selected, tabIndex }: HeatCellProps) {
  const { classes, t, format, tokens } = look;
  const part = share && partOf(share);
  if (!share || part === undefined) {
    return (
      <button
        type="button"
        className={classes.root}
        aria-label={t('heatmap.cellNone', { row, topic })}
        tabIndex={tabIndex}
      >
        –
      </button>
    );
  }
  const isUnknown = share.unknown * 2 > share.applicable;
  const { fill, ink } = tokens.heat[heatStep(part)];
  const style = isUnknown ? { background: hatch(tokens.border) } : { background: fill, color: ink };
  const { met, applicable, unknown } = share;
  // What is seen is part of the name, so that it can be said to the machine (WCAG 2.5.3).
  const facts = { row, topic, met, applicable, unknown, percent: format.percent(part) };
  const nameOfSome = t(unknown > 0 ? 'heatmap.cellPartly' : 'heatmap.cell', facts);
  return (
    <button
      type="button"
      className={classes.root}
      style={{ ...style, ...(selected ? { boxShadow: `0 0 0 2px currentColor` } : {}) }}
      aria-label={isUnknown ? t('heatmap.cellUnknown', facts) : nameOfSome}
      aria-pressed={selected}
      tabIndex={tabIndex}
    >
      {isUnknown ? (
        <VerdictMark verdict="unknown" title={false} />
      ) : (
        <>
          {wholePercent(part)}
          <span className={classes.bar} aria-hidden>
            <span style={{ display: 'block', height: 2, width: `${part * 100}%`, background: 'currentColor' }} />
          </span>
        </>
      )}
    </button>
  );
}
