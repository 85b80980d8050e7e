// Whether the page is being printed just now.
import { useSyncExternalStore } from 'react';

const print = typeof window.matchMedia === 'function' ? window.matchMedia('print') : undefined;

function subscribe(onChange: () => void): () => void {
  print?.addEventListener('change', onChange);
  return () => print?.removeEventListener('change', onChange);
}

/** Turns before the browser lays the paper out, so that it shows on it. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => print?.matches ?? false);
}
