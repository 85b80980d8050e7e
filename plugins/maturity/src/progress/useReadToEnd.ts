// Notices that a text has been read to its end.
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Milliseconds for which the end has to stay in view, so that jumping past it is no reading. */
const stay = 2_000;

/**
 * Calls once when what the ref holds, at the end of a text, has been in view for a moment.
 *
 * @param enabled - false where there is nothing to notice any more
 */
export function useReadToEnd(enabled: boolean, onRead: () => void): RefObject<HTMLDivElement> {
  const end = useRef<HTMLDivElement>(null);
  const call = useRef(onRead);
  call.current = onRead;
  useEffect(() => {
    const element = end.current;
    if (!enabled || !element || typeof IntersectionObserver === 'undefined') return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(entries => {
      const isSeen = entries.some(entry => entry.isIntersecting);
      clearTimeout(timer);
      if (isSeen) timer = setTimeout(() => call.current(), stay);
    });
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [enabled]);
  return end;
}
