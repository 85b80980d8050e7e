// Where other backend modules add checks and sources.
import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Check } from '@maturity-roadmap/engine';
import type { Source } from './Source';

/**
 * Adds checks to those that come with the plugin.
 *
 * @public
 */
export interface MaturityChecksExtensionPoint {
  /** @throws Error if a check with the same id is there already */
  addCheck(...checks: Check[]): void;
}

/** @public */
export const maturityChecksExtensionPoint = createExtensionPoint<MaturityChecksExtensionPoint>({
  id: 'maturity.checks',
});

/**
 * Adds sources of objects to the configured ones.
 *
 * @public
 */
export interface MaturitySourcesExtensionPoint {
  addSource(...sources: Source[]): void;
}

/** @public */
export const maturitySourcesExtensionPoint = createExtensionPoint<MaturitySourcesExtensionPoint>({
  id: 'maturity.sources',
});
