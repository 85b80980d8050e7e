// The query of the table of components, kept in the URL.
import type { ComponentsQuery } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

const texts = ['q', 'level', 'topic', 'verdict', 'unknown', 'sort', 'order'] as const;

/** Components a page. */
export const pageSize = 20;

/**
 * Reads the query from the URL and writes changes back. A change of a filter starts at the first page again; a filter
 * on a topic that is set anew replaces the one on a level, and the other way round only what is named changes.
 */
export function useComponentsQuery(): [ComponentsQuery, (change: Partial<ComponentsQuery>) => void] {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.toString();
  const query = useMemo(() => {
    const from = new URLSearchParams(text);
    const entries = texts.flatMap(name => (from.get(name) ? [[name, from.get(name)]] : []));
    const offset = Math.max(0, Math.trunc(Number(from.get('offset'))) || 0);
    return { ...Object.fromEntries(entries), limit: pageSize, offset } as ComponentsQuery;
  }, [text]);
  const change = useCallback(
    (changes: Partial<ComponentsQuery>) =>
      setParameters(
        old => {
          const next = new URLSearchParams(old);
          if (!('offset' in changes)) next.delete('offset');
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined || value === '' || value === 0) next.delete(name);
            else next.set(name, String(value));
          }
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  return [query, change];
}
