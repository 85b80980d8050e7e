// Loads what a page shows; keeps the old answer while a new one is on its way and drops answers that come too late.
import { useCallback, useEffect, useState } from 'react';

/** What is known of a loading. */
export interface Loaded<T> {
  value?: T;
  error?: Error;
  loading: boolean;
  /** Loads again. */
  reload: () => void;
  /** Puts in a value that is newer than the loaded one. */
  replace: (value: T) => void;
}

/**
 * Loads when `key` changes.
 *
 * @param key - says what is loaded; the value of another key is not kept
 */
export function useLoad<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string; value?: T; error?: Error; loading: boolean }>({
    key,
    loading: true,
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    setState(old => ({
      key,
      loading: true,
      ...(old.key === key && old.value !== undefined ? { value: old.value } : {}),
    }));
    load(controller.signal).then(
      value => !controller.signal.aborted && setState({ key, value, loading: false }),
      error => !controller.signal.aborted && setState(old => ({ ...old, error, loading: false })),
    );
    return () => controller.abort();
    // `load` is made anew on each render; `key` says when it means something else.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, attempt]);
  const reload = useCallback(() => setAttempt(old => old + 1), []);
  const replace = useCallback((value: T) => setState({ key, value, loading: false }), [key]);
  const { value, error, loading } = state.key === key ? state : { value: undefined, error: undefined, loading: true };
  return { ...(value !== undefined ? { value } : {}), ...(error ? { error } : {}), loading, reload, replace };
}
