// The heat map itself: rows down the hierarchy, a column for each topic, in tiers.
import { makeStyles } from '@material-ui/core/styles';
import type { KeyboardEvent } from 'react';
import { Fragment, useState } from 'react';
import { VerdictMark } from '../marks/VerdictMark';
import { useTexts } from '../translation/useTexts';
import { HeatCell } from './HeatCell';
import { HeatMapRowHead } from './HeatMapRowHead';
import type { HeatRow } from './heatRows';
import { nextCell } from './nextCell';

/** A tier and its topics, as columns. */
export interface HeatTier {
  id: string;
  title: string;
  topics: { id: string; title: string }[];
}

interface HeatMapGridProps {
  rows: readonly HeatRow[];
  tiers: readonly HeatTier[];
  /** The selected cell. */
  cell: { key: string; topic: string } | undefined;
  onCell: (key: string, topic: string) => void;
  onToggle: (key: string) => void;
}

const useStyles = makeStyles(theme => ({
  table: { borderCollapse: 'separate', borderSpacing: 2, minWidth: 1120 },
  tier: { textAlign: 'left', fontSize: 12, padding: '4px 8px', borderBottom: `1px solid ${theme.palette.divider}` },
  topic: { verticalAlign: 'bottom', padding: '8px 0', fontWeight: 400, fontSize: 12 },
  name: {
    writingMode: 'vertical-rl',
    transform: 'rotate(180deg)',
    margin: '0 auto',
    maxHeight: 184,
    textAlign: 'left',
    lineHeight: '14px',
  },
  // Twice the class, to count for more than the space that tables have on all screens.
  cell: { '&&': { padding: 0 }, width: 32, minWidth: 32, height: 30, textAlign: 'center' },
  gap: { width: 8, minWidth: 8 },
}));

/** Arrow keys move between cells; only one of them is in the order of Tab. */
export function HeatMapGrid({ rows, tiers, cell, onCell, onToggle }: HeatMapGridProps) {
  const classes = useStyles();
  const t = useTexts();
  const [active, setActive] = useState({ row: 0, column: 0 });
  const topics = tiers.flatMap(tier => tier.topics);
  const columns = new Map(topics.map(({ id }, at) => [id, at]));
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const from = (event.target as HTMLElement).closest<HTMLElement>('td[data-row]');
    const next =
      from && nextCell(event.key, Number(from.dataset.row), Number(from.dataset.column), rows, topics.length);
    if (!next) return;
    event.preventDefault();
    setActive(next);
    event.currentTarget
      .querySelector<HTMLElement>(`td[data-row="${next.row}"][data-column="${next.column}"] button`)
      ?.focus();
  };
  return (
    <table role="grid" className={classes.table} aria-label={t('heatmap.grid')} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <td />
          {tiers.map(tier => (
            <Fragment key={tier.id}>
              <td className={classes.gap} />
              <th scope="colgroup" className={classes.tier} colSpan={tier.topics.length}>
                {tier.title}
              </th>
            </Fragment>
          ))}
        </tr>
        <tr>
          <td />
          {tiers.map(tier => (
            <Fragment key={tier.id}>
              <td className={classes.gap} />
              {tier.topics.map(topic => (
                <th key={topic.id} scope="col" className={classes.topic}>
                  <div className={classes.name} style={cell?.topic === topic.id ? { fontWeight: 700 } : undefined}>
                    {topic.title}
                  </div>
                </th>
              ))}
            </Fragment>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={`${row.type} ${row.key}`}>
            <HeatMapRowHead row={row} onToggle={onToggle} />
            {tiers.map(tier => (
              <Fragment key={tier.id}>
                <td className={classes.gap} />
                {tier.topics.map(topic => {
                  const column = columns.get(topic.id)!;
                  return (
                    <td key={topic.id} className={classes.cell} data-row={at} data-column={column}>
                      {row.type === 'counts' && (
                        <HeatCell
                          share={row.counts.topics[topic.id]}
                          row={row.title}
                          topic={topic.title}
                          selected={cell?.key === row.key && cell.topic === topic.id}
                          onSelect={() => {
                            setActive({ row: at, column });
                            onCell(row.key, topic.id);
                          }}
                          tabIndex={active.row === at && active.column === column ? 0 : -1}
                        />
                      )}
                      {row.type === 'component' && <ComponentCell row={row} topic={topic} />}
                    </td>
                  );
                })}
              </Fragment>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ComponentCell({ row, topic }: { row: HeatRow & { type: 'component' }; topic: { id: string; title: string } }) {
  const t = useTexts();
  const verdict = row.component.topics?.[topic.id] ?? 'notApplicable';
  const name = t('marks.verdictOf', { subject: topic.title, verdict: t(`marks.verdict.${verdict}`) });
  return <VerdictMark verdict={verdict} title={name} />;
}
