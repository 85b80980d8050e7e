// The hook by which every component gets its texts.
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { TranslationFunction } from '@backstage/core-plugin-api/alpha';
import { maturityTranslationRef } from './translationRef';

/** Gives the text of a key: `t('component.standing.coverageOf', { count: 3 })`. */
export type Texts = TranslationFunction<typeof maturityTranslationRef.T>;

/** Texts in the reader's language. */
export function useTexts(): Texts {
  return useTranslationRef(maturityTranslationRef).t;
}
