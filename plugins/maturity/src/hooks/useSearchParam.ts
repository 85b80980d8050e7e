// A value of the view that lives in the URL, so that a refresh, Back or a copied link finds the same place.
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * Reads and writes one parameter of the query. Setting replaces the entry in the history, so that Back leaves the page.
 *
 * @param fallback - value where the parameter is absent; it is taken out of the URL when set again
 */
export function useSearchParam(name: string, fallback = ''): [string, (value: string) => void] {
  const [parameters, setParameters] = useSearchParams();
  const set = useCallback(
    (value: string) =>
      setParameters(
        old => {
          const next = new URLSearchParams(old);
          if (value === fallback) next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [name, fallback, setParameters],
  );
  return [parameters.get(name) ?? fallback, set];
}
