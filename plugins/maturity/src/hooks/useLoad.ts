// Loads what a page shows; keeps the old answer while a new one is on its way and drops answers that come too late.
import { useCallback, useEffect, useState } from 'react';

/** What is known of a loading. */
export interface Loaded<T> {
  value?: T;
  error?: Error;
  loading: boolean;
  /** The value answers what was asked before; what is asked now is on its way. */
  outdated: boolean;
  /** Loads again. */
  reload: () => void;
  /** Puts in a value that is newer than the loaded one. */
  replace: (value: T) => void;
}

interface State<T> {
  key: string;
  group: string;
  value?: T;
  /** Key that the value answers. */
  valueKey?: string;
  error?: Error;
  loading: boolean;
}

/**
 * Loads when `key` changes.
 *
 * @param key - says what is loaded
 * @param group - the value of one key is kept until that of another key of its group is there, or fails: a filter that
 * changes then leaves the old figures in place. By default no other key's value is kept.
 */
export function useLoad<T>(key: string, load: (signal: AbortSignal) => Promise<T>, group: string = key): Loaded<T> {
  const [state, setState] = useState<State<T>>({ key, group, loading: true });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    setState(old => ({ key, group, loading: true, ...(old.group === group ? valueIn(old) : {}) }));
    load(controller.signal).then(
      value => !controller.signal.aborted && setState({ key, group, value, valueKey: key, loading: false }),
      error =>
        !controller.signal.aborted &&
        // A value that answers something else would pass for the answer once nothing is on its way.
        setState(old => ({ key, group, error, loading: false, ...(old.valueKey === key ? valueIn(old) : {}) })),
    );
    return () => controller.abort();
    // `load` is made anew on each render; `key` says when it means something else.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, attempt]);
  const reload = useCallback(() => setAttempt(old => old + 1), []);
  const replace = useCallback(
    (value: T) => setState({ key, group, value, valueKey: key, loading: false }),
    [key, group],
  );
  const { value, valueKey } = state.group === group ? state : { value: undefined, valueKey: undefined };
  const { error, loading } = state.key === key ? state : { error: undefined, loading: true };
  return {
    ...(value !== undefined ? { value } : {}),
    ...(error ? { error } : {}),
    loading,
    outdated: value !== undefined && valueKey !== key,
    reload,
    replace,
  };
}

function valueIn<T>({ value, valueKey }: State<T>): Pick<State<T>, 'value' | 'valueKey'> {
  return value === undefined ? {} : { value, valueKey };
}
