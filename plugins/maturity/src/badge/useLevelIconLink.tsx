// The badge in the form that the About card of the catalog takes.
import { LevelIcon } from './LevelIcon';
import { useLevelBadge } from './useLevelBadge';

/** Needs an entity around it. */
export function useLevelIconLink() {
  const badge = useLevelBadge();
  return { label: badge.label, title: badge.title, href: badge.href, icon: <LevelIcon badge={badge} /> };
}
