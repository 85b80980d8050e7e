// Who does a piece of work, as a sentence.
import type { AdminKeeper } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { shortHolder } from './standing';

/** Names the keeper, or says that there is none and since when nothing was heard. */
export function useKeeperText(): (work: { keeper?: AdminKeeper; at?: string }) => string {
  const t = useTexts();
  const format = useFormat();
  return ({ keeper, at }) => {
    if (!keeper) return t('admin.environment.unkept', { when: at ? format.ago(at) : t('admin.kind.never') });
    const { holder, since } = keeper;
    return t('admin.environment.kept', { holder: shortHolder(holder), since: format.instant(since) });
  };
}
