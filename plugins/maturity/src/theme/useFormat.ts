// Numbers, lists and instants in the language of the app, the same in both frontend systems.
import { useApiHolder } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Format } from './format';
import { formatFor } from './format';

/** The app's language; undefined in an app that has no language of its own. */
export function useAppLanguage(): string | undefined {
  const languageApi = useApiHolder().get(appLanguageApiRef);
  const subscribe = useCallback(
    (onChange: () => void) => {
      const subscription = languageApi?.language$().subscribe(onChange);
      return () => subscription?.unsubscribe();
    },
    [languageApi],
  );
  return useSyncExternalStore(subscribe, () => languageApi?.getLanguage().language);
}

/** The reader's own variant of the language, as `en-GB` is of `en`, else the language itself. */
export function localeOf(language: string | undefined, preferred: readonly string[] = navigator.languages) {
  if (!language) return undefined;
  return preferred.find(one => one === language || one.startsWith(`${language}-`)) ?? language;
}

/** Formats for the app's language. */
export function useFormat(): Format {
  const locale = localeOf(useAppLanguage());
  return useMemo(() => formatFor(locale), [locale]);
}
