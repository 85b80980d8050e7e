// Copies a text and remembers for a moment that it was copied.
import { useEffect, useState } from 'react';

/** How long the confirmation stays, in milliseconds. */
const confirmation = 2_000;

/** @param text - that is copied */
export function useCopy(text: string): { copied: boolean; copy: () => void } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), confirmation);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => void window.navigator.clipboard.writeText(text).then(() => setCopied(true));
  return { copied, copy };
}
