// The place on the heat map, kept in the URL: what the rows are, which are expanded, which cell is selected.
import { useMemo } from 'react';
import { useSearchParam } from '../hooks/useSearchParam';

/** Parts that can't stand in an entity ref or a topic id. */
const between = { keys: ',', cell: '~' };

/** Reads the place and the ways to change it. */
export function useHeatMapPlace() {
  const [by, setBy] = useSearchParam('by', 'owner');
  const [openText, setOpen] = useSearchParam('open');
  const [cellText, setCell] = useSearchParam('cell');
  const open = useMemo(() => new Set(openText ? openText.split(between.keys) : []), [openText]);
  const cell = useMemo(() => {
    const at = cellText.lastIndexOf(between.cell);
    return at < 0 ? undefined : { key: cellText.slice(0, at), topic: cellText.slice(at + 1) };
  }, [cellText]);
  return {
    by: by === 'system' ? ('system' as const) : ('owner' as const),
    setBy,
    open,
    toggle: (key: string) => {
      const next = new Set(open);
      if (!next.delete(key)) next.add(key);
      setOpen([...next].join(between.keys));
    },
    cell,
    select: (key: string, topic: string) => setCell(`${key}${between.cell}${topic}`),
    unselect: () => setCell(''),
  };
}
