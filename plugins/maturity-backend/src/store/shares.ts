// Adds up verdicts to shares of components.
import type { Share } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Verdict } from '@maturity-roadmap/engine';

/** Adds components with a verdict to the share under a key. */
export function addTo(shares: Map<string, Share>, key: string, verdict: Verdict, components: number): void {
  const share = shares.get(key) ?? { met: 0, applicable: 0, unknown: 0 };
  shares.set(key, share);
  if (verdict === 'notApplicable') return;
  share.applicable += components;
  if (verdict === 'unknown') share.unknown += components;
  if (verdict === 'pass' || verdict === 'warn') share.met += components;
}
