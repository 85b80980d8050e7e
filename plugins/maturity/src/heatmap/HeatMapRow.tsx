// A row of the heat map: what it counts, and a cell for each topic. Drawn anew only when something in it changed.
import { makeStyles } from '@material-ui/core/styles';
import { Fragment, memo } from 'react';
import { VerdictMark } from '../marks/VerdictMark';
import type { CellLook } from './HeatCell';
import { HeatCell, useCellLook } from './HeatCell';
import { HeatMapRowHead } from './HeatMapRowHead';
import type { HeatRow } from './heatRows';

/** A tier and its topics, as columns. */
export interface HeatTier {
  id: string;
  title: string;
  /** Of the level that it leads to, and how many levels there are. */
  rank: number;
  levels: number;
  topics: { id: string; title: string; advice?: true }[];
}

interface HeatMapRowProps {
  row: HeatRow;
  tiers: readonly HeatTier[];
  /** Topic of the selected cell, if it is in this row. */
  selected: string | undefined;
  /** Column that is in the order of Tab; none in most rows. */
  active: number | undefined;
  onToggle: (key: string) => void;
  onMore: (key: string) => void;
}

const useStyles = makeStyles({
  // Twice the class, to count for more than the space that tables have on all screens.
  cell: {
    '&&': { padding: 0 },
    width: 32,
    minWidth: 32,
    height: 30,
    textAlign: 'center',
    '@media print': { '&&': { padding: '0 !important' } },
  },
  gap: { width: 8, minWidth: 8, '@media print': { '&&': { padding: '0 !important' } } },
});

function cellOf(row: HeatRow, topic: HeatTier['topics'][number], look: CellLook, isSelected: boolean, tab: number) {
  if (row.type === 'counts') {
    const share = row.counts.topics[topic.id];
    return (
      <HeatCell look={look} share={share} row={row.title} topic={topic.title} selected={isSelected} tabIndex={tab} />
    );
  }
  if (row.type === 'more') return null;
  const verdict = row.component.topics?.[topic.id] ?? 'notApplicable';
  const name = look.t('marks.verdictOf', { subject: topic.title, verdict: look.t(`marks.verdict.${verdict}`) });
  return <VerdictMark verdict={verdict} title={name} />;
}

function PlainRow({ row, tiers, selected, active, onToggle, onMore }: HeatMapRowProps) {
  const classes = useStyles();
  const look = useCellLook();
  let column = -1;
  return (
    <tr>
      <HeatMapRowHead row={row} onToggle={onToggle} onMore={onMore} />
      {tiers.map(tier => (
        <Fragment key={tier.id}>
          <td className={classes.gap} />
          {tier.topics.map(topic => {
            column += 1;
            return (
              <td key={topic.id} className={classes.cell} data-column={column}>
                {cellOf(row, topic, look, topic.id === selected, column === active ? 0 : -1)}
              </td>
            );
          })}
        </Fragment>
      ))}
    </tr>
  );
}

/** Rows are made anew with each change of the map; most say the same as before. */
function areSame({ row: a, ...before }: HeatMapRowProps, { row: b, ...after }: HeatMapRowProps): boolean {
  return areAlike(a, b) && areAlike(before, after);
}

/** Whether all fields hold the same. */
function areAlike(a: object, b: object): boolean {
  const [fields, others] = [Object.entries(a), new Map(Object.entries(b))];
  return fields.length === others.size && fields.every(([name, value]) => others.get(name) === value);
}

/** The same as long as what it counts and what is chosen in it stay, wherever it moves. */
export const HeatMapGridRow = memo(PlainRow, areSame);
