// J and K go to the next and the previous blocker while the evidence of one is open.
import { useEffect } from 'react';

/** @param go - told 1 or -1 */
export function useBlockerKeys(isOpen: boolean, go: (step: number) => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'j') go(1);
      if (event.key === 'k') go(-1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
