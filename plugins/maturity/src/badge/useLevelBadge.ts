// What a badge says of a component: its level, how far the next one is, and the way to the Maturity tab.
import { getCompoundEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteParams, entityRouteRef, useEntity } from '@backstage/plugin-catalog-react';
import { maturityApiRef } from '../api/MaturityApi';
import { sharedReport } from '../api/sharedReports';
import { useLoad } from '../hooks/useLoad';
import { useTexts } from '../translation/useTexts';

/** A level in short. */
export interface LevelBadgeFacts {
  /** Name of the level; of the plugin where the level is not known. */
  label: string;
  /** The same in a sentence, with what stands against the next level. */
  title: string;
  /** Path of the Maturity tab. */
  href: string;
  /** Place of the level among all; absent where it is not known. */
  rank?: number;
  /** Number of levels. */
  of: number;
}

/** Needs an entity around it. */
export function useLevelBadge(): LevelBadgeFacts {
  const t = useTexts();
  const api = useApi(maturityApiRef);
  const { entity } = useEntity();
  const href = `${useRouteRef(entityRouteRef)(entityRouteParams(entity))}/maturity`;
  const { value, error } = useLoad(stringifyEntityRef(entity), () => sharedReport(api, getCompoundEntityRef(entity)));
  const unknown = { label: t('badge.title'), href, of: 0 };
  if (error && !value) return { ...unknown, title: t('badge.failed', { message: error.message }) };
  if (!value) return { ...unknown, title: t('badge.loading') };
  const { levels } = value.roadmap;
  const { level: id, nextLevel, blockers } = value.report;
  const titleOf = (wanted: string) => levels.find(one => one.id === wanted)?.title ?? wanted;
  const level = titleOf(id);
  const title = nextLevel
    ? t('badge.blockers', { level, next: titleOf(nextLevel), count: blockers.length })
    : t('badge.highest', { level });
  return {
    label: t('badge.label', { level }),
    title,
    href,
    rank: levels.findIndex(one => one.id === id),
    of: levels.length,
  };
}
