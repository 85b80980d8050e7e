// The place on the heat map, kept in the URL: what the rows are, which are expanded, which cell is selected.
import type { HeatMapQuery } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { useMemo } from 'react';
import { later } from '../hooks/later';
import { useSearchParam } from '../hooks/useSearchParam';

/** Parts that can't stand in an entity ref or a topic id. */
const between = { keys: ',', cell: '~' };

/** Reads the place and the ways to change it. */
export function useHeatMapPlace() {
  const [by, setBy] = useSearchParam('by', 'owner');
  const [environment, setEnvironment] = useSearchParam('environment');
  const [openText, setOpen] = useSearchParam('open');
  const [cellText, setCell] = useSearchParam('cell');
  const open = useMemo(() => new Set(openText ? openText.split(between.keys) : []), [openText]);
  const cell = useMemo(() => {
    const at = cellText.lastIndexOf(between.cell);
    return at < 0 ? undefined : { key: cellText.slice(0, at), topic: cellText.slice(at + 1) };
  }, [cellText]);
  return {
    by: (['system', 'domain'].includes(by) ? by : 'owner') as NonNullable<HeatMapQuery['by']>,
    setBy,
    environment,
    setEnvironment,
    open,
    toggle: (key: string) => {
      const next = new Set(open);
      if (!next.delete(key)) next.add(key);
      later(() => setOpen([...next].join(between.keys)));
    },
    cell,
    select: (key: string, topic: string) => setCell(`${key}${between.cell}${topic}`),
    unselect: () => setCell(''),
  };
}
