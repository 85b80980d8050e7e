// A cell of the heat map: how many of a row meet a topic, as number, bar and shade.
import type { Share } from '@maturity-roadmap/backstage-plugin-maturity-common';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import { partOf, wholePercent } from '../theme/format';
import { useFormat } from '../theme/useFormat';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';
import { heatStep } from './heatRows';

interface HeatCellProps {
  share: Share | undefined;
  /** What it counts, for screen readers: `Payments`, `Network policies`. */
  row: string;
  topic: string;
  selected: boolean;
  onSelect: () => void;
  tabIndex: number;
}

const useStyles = makeStyles(theme => ({
  root: {
    width: '100%',
    height: 28,
    borderRadius: 2,
    flexDirection: 'column',
    fontSize: 12,
    lineHeight: '16px',
    fontVariantNumeric: 'tabular-nums',
    border: `1px solid ${theme.palette.divider}`,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: 2, zIndex: 1 },
  },
  bar: { width: '70%', height: 2, display: 'block', marginTop: 1 },
}));

/** Hatched where most could not be judged; a dash where it applies to none. */
export function HeatCell({ share, row, topic, selected, onSelect, tabIndex }: HeatCellProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { heat, border } = useMaturityTokens();
  const part = share && partOf(share);
  if (!share || part === undefined) {
    return (
      <ButtonBase
        className={classes.root}
        aria-label={t('heatmap.cellNone', { row, topic })}
        tabIndex={tabIndex}
        onClick={onSelect}
      >
        –
      </ButtonBase>
    );
  }
  const isUnknown = share.unknown * 2 > share.applicable;
  const { fill, ink } = heat[heatStep(part)];
  const style = isUnknown
    ? { background: `repeating-linear-gradient(45deg, transparent 0 4px, ${border} 4px 5px)` }
    : { background: fill, color: ink };
  const { met, applicable, unknown } = share;
  // What is seen is part of the name, so that it can be said to the machine (WCAG 2.5.3).
  const facts = { row, topic, met, applicable, unknown, percent: format.percent(part) };
  const nameOfSome = t(unknown > 0 ? 'heatmap.cellPartly' : 'heatmap.cell', facts);
  return (
    <ButtonBase
      className={classes.root}
      style={{ ...style, ...(selected ? { boxShadow: `0 0 0 2px currentColor` } : {}) }}
      aria-label={isUnknown ? t('heatmap.cellUnknown', facts) : nameOfSome}
      aria-pressed={selected}
      tabIndex={tabIndex}
      onClick={onSelect}
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
    </ButtonBase>
  );
}
