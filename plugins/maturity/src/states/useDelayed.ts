// Lets a moment pass before a skeleton shows, so that a quick answer does not flicker.
import { useEffect, useState } from 'react';

/** Whether `milliseconds` have passed since the first render. */
export function useDelayed(milliseconds = 300): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return passed;
}
