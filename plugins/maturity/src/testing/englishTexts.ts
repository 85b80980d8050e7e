// The English texts, for tests of functions that take them as an argument.
import { mockApis } from '@backstage/test-utils';
import { maturityTranslationRef } from '../translation/translationRef';
import type { Texts } from '../translation/useTexts';

/** What `useTexts` gives in an English app. */
export function englishTexts(): Texts {
  const snapshot = mockApis.translation().getTranslation(maturityTranslationRef);
  if (!snapshot.ready) throw new Error('English is part of the ref, so it is always there.');
  return snapshot.t;
}
