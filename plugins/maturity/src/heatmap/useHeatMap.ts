// All that the heat map asks for: the map, what is expanded and the selected cell at once, in one round.
import { useApi } from '@backstage/core-plugin-api';
import type { Cell, ComponentRow, HeatMapQuery } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { useCallback, useState } from 'react';
import { maturityApiRef } from '../api/MaturityApi';
import { later } from '../hooks/later';
import { useLoad } from '../hooks/useLoad';
import { cellStep } from './CellPanel';
import { everything, step } from './heatRows';

/** Most that one answer holds. */
const pageLimit = 100;

interface Place {
  /** Only what is below this entity. */
  within: string | undefined;
  by: NonNullable<HeatMapQuery['by']>;
  environment: string;
  open: ReadonlySet<string>;
  cell: { key: string; topic: string } | undefined;
}

/** Components directly below a row, page by page as far as they are shown. */
export type Below = ReadonlyMap<string, { items: ComponentRow[]; total: number }>;

/** What is shown stays while more of it is on its way. */
export function useHeatMap({ within: root, by, environment, open, cell }: Place) {
  const api = useApi(maturityApiRef);
  const [limits, setLimits] = useState<ReadonlyMap<string, number>>(new Map());
  const [shown, setShown] = useState<{ of: string; count: number }>({ of: '', count: cellStep });
  const there = environment ? { environment } : {};
  const bound = root ? { within: root } : {};
  const map = useLoad(
    `heat/${by}/${environment}/${root}`,
    signal => api.getHeatMap({ by, ...bound, ...there }, signal),
    `heat/${root}`,
  );
  const limitOf = (key: string) => limits.get(key) ?? step;
  // Components belong to domains only by their systems.
  const isOpen = root && !root.startsWith('domain:') ? new Set([root, ...open]) : open;
  const opened = [...isOpen].map(key => ({ key, limit: limitOf(key) }));
  const loadBelow = async (signal: AbortSignal): Promise<Below> => {
    const pages = opened.map(async ({ key, limit }) => {
      const of = key.startsWith('system:') ? 'system' : 'owner';
      const offsets = Array.from({ length: Math.ceil(limit / pageLimit) }, (_, at) => at * pageLimit);
      const answers = await Promise.all(
        offsets.map(offset =>
          api.getComponents(
            { ...there, [of]: key, topics: true, limit: Math.min(pageLimit, limit - offset), offset },
            signal,
          ),
        ),
      );
      return [key, { items: answers.flatMap(answer => answer.items), total: answers[0].total }] as const;
    });
    return new Map(await Promise.all(pages));
  };
  // What is expanded stays while what else is expanded is on its way.
  const below = useLoad(`below/${JSON.stringify([opened, environment])}`, loadBelow, `below/${root}`);
  const of = `${cell?.key}/${cell?.topic}/${environment}`;
  const count = shown.of === of ? shown.count : cellStep;
  const loadCell = async (signal: AbortSignal): Promise<Cell | undefined> => {
    if (!cell) return undefined;
    const within = cell.key === everything ? bound : { within: cell.key };
    return api.getCell({ ...there, ...within, topic: cell.topic, limit: Math.min(count, 200) }, signal);
  };
  const selected = useLoad(`cell/${of}/${count}`, loadCell, `cell/${cell?.key}/${cell?.topic}`);
  const showMore = useCallback(
    // A thousand cells more: the click is answered before they are drawn.
    (key: string) => later(() => setLimits(old => new Map(old).set(key, (old.get(key) ?? step) + step))),
    [],
  );
  return { map, below, limits, showMore, selected, showMoreOfCell: () => setShown({ of, count: count + cellStep }) };
}
