// Asks now and then, while someone can see the answer.
import { useEffect } from 'react';

/**
 * Calls `ask` at intervals while the page is visible.
 *
 * @param every - milliseconds; not at all if absent
 */
export function usePolling(every: number | undefined, ask: () => void): void {
  useEffect(() => {
    if (every === undefined) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') ask();
    }, every);
    return () => clearInterval(timer);
  }, [every, ask]);
}
