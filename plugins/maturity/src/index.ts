/**
 * The maturity plugin for the new frontend system; `./legacy` holds the same for the legacy one.
 *
 * @packageDocumentation
 */
export { maturityApiRef } from './api/MaturityApi';
export type { MaturityApi } from './api/MaturityApi';
export { maturityTranslationRef } from './translation/translationRef';
export { maturityPlugin as default } from './plugin';
