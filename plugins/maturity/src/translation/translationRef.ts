// The texts of the plugin, for the translation API of both frontend systems.
import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { messages } from './messages';

/**
 * All texts of the plugin. English is complete here and German comes with it; an app can replace single texts or add
 * languages by a translation resource for this ref.
 *
 * @public
 */
export const maturityTranslationRef = createTranslationRef({
  id: 'plugin.maturity',
  messages,
  translations: { de: () => import('./de') },
});
