// Loads again when what a page shows has changed: told by the signals plugin, or by asking now and then without it.
import { useSignal } from '@backstage/plugin-signals-react';
import type { MaturitySignal } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { maturityChannel, signalKey } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { useEffect } from 'react';
import { usePolling } from './usePolling';

/** Milliseconds between two questions where nobody tells. */
const pollEvery = 20_000;

/**
 * Calls `reload` when the report of a component changed. What is shown stays until the new answer is there, so neither
 * the place on the page nor an open drawer is lost.
 *
 * @param ref - entity ref, in lower case
 */
export function useLiveReload(ref: string, reload: () => void): void {
  const { lastSignal, isSignalsAvailable } = useSignal<MaturitySignal & { [key: string]: never }>(maturityChannel);
  useEffect(() => {
    const { many, changed } = (lastSignal ?? {}) as MaturitySignal;
    if (many || changed?.includes(signalKey(ref))) reload();
  }, [lastSignal, ref, reload]);
  usePolling(isSignalsAvailable ? undefined : pollEvery, reload);
}
