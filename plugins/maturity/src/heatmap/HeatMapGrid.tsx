// The heat map itself: rows down the hierarchy, a column for each topic, in tiers.
import { makeStyles } from '@material-ui/core/styles';
import type { KeyboardEvent, MouseEvent } from 'react';
import { Fragment, useState } from 'react';
import { LevelMark } from '../marks/LevelMark';
import { useTexts } from '../translation/useTexts';
import { HeatMapCorner } from './HeatMapCorner';
import type { HeatTier } from './HeatMapRow';
import { HeatMapGridRow } from './HeatMapRow';
import type { HeatRow } from './heatRows';
import { nextCell } from './nextCell';

interface HeatMapGridProps {
  rows: readonly HeatRow[];
  tiers: readonly HeatTier[];
  /** The selected cell. */
  cell: { key: string; topic: string } | undefined;
  onCell: (key: string, topic: string) => void;
  onToggle: (key: string) => void;
  onMore: (key: string) => void;
}

const useStyles = makeStyles(theme => ({
  table: {
    borderCollapse: 'separate',
    borderSpacing: 2,
    minWidth: 1120,
    '@media screen and (max-width: 720px)': { minWidth: 0 },
    '@media print': { minWidth: 0, width: '100%', '& thead': { display: 'table-header-group' } },
  },
  level: { display: 'inline-flex', gap: 8, alignItems: 'center' },
  tier: { textAlign: 'left', fontSize: 12, padding: '4px 8px', borderBottom: `1px solid ${theme.palette.divider}` },
  topic: {
    verticalAlign: 'bottom',
    padding: '8px 0',
    fontWeight: 400,
    fontSize: 12,
    '@media print': { '&&': { padding: '4px 0 !important' } },
  },
  name: {
    writingMode: 'vertical-rl',
    transform: 'rotate(180deg)',
    margin: '0 auto',
    maxHeight: 184,
    textAlign: 'left',
    lineHeight: '14px',
  },
  gap: { width: 8, minWidth: 8, '@media print': { '&&': { padding: '0 !important' } } },
}));

/** The place of the cell around an element. */
function placeOf(target: EventTarget): { row: number; column: number } | undefined {
  const cell = (target as HTMLElement).closest<HTMLElement>('td[data-column]');
  // Rows do not know where they stand, so that those below one that is expanded need not be drawn anew.
  const row = cell?.closest('tr')?.sectionRowIndex;
  return cell && row !== undefined ? { row, column: Number(cell.dataset.column) } : undefined;
}

/** Arrow keys move between cells; only one of them is in the order of Tab. */
export function HeatMapGrid({ rows, tiers, cell, onCell, onToggle, onMore }: HeatMapGridProps) {
  const classes = useStyles();
  const t = useTexts();
  const [active, setActive] = useState({ row: 0, column: 0 });
  const topics = tiers.flatMap(tier => tier.topics);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const from = placeOf(event.target);
    const next = from && nextCell(event.key, from.row, from.column, rows, topics.length);
    if (!next) return;
    event.preventDefault();
    setActive(next);
    event.currentTarget.tBodies[0].rows[next.row]
      .querySelector<HTMLElement>(`td[data-column="${next.column}"] button`)
      ?.focus();
  };
  const onClick = (event: MouseEvent<HTMLTableSectionElement>) => {
    const place = placeOf(event.target);
    const row = place && rows[place.row];
    if (!place || row?.type !== 'counts') return;
    setActive(place);
    onCell(row.key, topics[place.column].id);
  };
  return (
    <table role="grid" className={classes.table} aria-label={t('heatmap.grid')} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <HeatMapCorner />
          {tiers.map(tier => (
            <Fragment key={tier.id}>
              <td className={classes.gap} />
              <th scope="colgroup" className={classes.tier} colSpan={tier.topics.length}>
                <span className={classes.level}>
                  <LevelMark rank={tier.rank} of={tier.levels} size={16} />
                  {tier.title}
                </span>
              </th>
            </Fragment>
          ))}
        </tr>
        <tr>
          {tiers.map(tier => (
            <Fragment key={tier.id}>
              <td className={classes.gap} />
              {tier.topics.map(topic => (
                <th key={topic.id} scope="col" className={classes.topic}>
                  <div className={classes.name} style={cell?.topic === topic.id ? { fontWeight: 700 } : undefined}>
                    {topic.title}
                    {topic.advice && ` · ${t('marks.severity.advice')}`}
                  </div>
                </th>
              ))}
            </Fragment>
          ))}
        </tr>
      </thead>
      {/* The buttons within are what is clicked and reached by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <tbody onClick={onClick}>
        {rows.map((row, at) => (
          <HeatMapGridRow
            key={`${row.type} ${row.key}`}
            row={row}
            tiers={tiers}
            selected={row.type === 'counts' && cell?.key === row.key ? cell.topic : undefined}
            active={active.row === at ? active.column : undefined}
            onToggle={onToggle}
            onMore={onMore}
          />
        ))}
      </tbody>
    </table>
  );
}
