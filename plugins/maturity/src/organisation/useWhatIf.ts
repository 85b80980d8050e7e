// The changes of the standard that are tried out, kept in the URL.
import { useCallback, useMemo } from 'react';
import { useSearchParam } from '../hooks/useSearchParam';

/** Stands in no id. */
const between = ',';

/** The changes as the API takes them, and a way to set them. */
export function useWhatIf(): [string[], (changes: string[]) => void] {
  const [text, setText] = useSearchParam('whatif');
  const changes = useMemo(() => (text ? text.split(between) : []), [text]);
  return [changes, useCallback((next: string[]) => setText(next.join(between)), [setText])];
}
