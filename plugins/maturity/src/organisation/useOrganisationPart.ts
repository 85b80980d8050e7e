// Which part of the organisation the cards are about, kept in the URL.
import type { PartQuery } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

const names = ['owner', 'system', 'environment'] as const;

/** What the filters hold; absent where they are not set. */
export type PartFilter = Partial<Record<(typeof names)[number], string>>;

/**
 * The part, and a way to change its filters; a change starts the table at its first page again.
 *
 * @param within - entity ref that bounds everything, on the pages of groups, systems and domains
 */
export function useOrganisationPart(within?: string): [PartQuery, PartFilter, (change: PartFilter) => void] {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.toString();
  const [part, filter] = useMemo(() => {
    const from = new URLSearchParams(text);
    const set: PartFilter = Object.fromEntries(names.flatMap(name => (from.get(name) ? [[name, from.get(name)]] : [])));
    const refs = [within, set.owner, set.system].filter((ref): ref is string => Boolean(ref));
    const { environment } = set;
    return [{ ...(refs.length > 0 ? { within: refs } : {}), ...(environment ? { environment } : {}) }, set] as const;
  }, [text, within]);
  const change = useCallback(
    (changes: PartFilter) =>
      setParameters(
        old => {
          const next = new URLSearchParams(old);
          next.delete('offset');
          for (const [name, value] of Object.entries(changes)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  return [part, filter, change];
}
