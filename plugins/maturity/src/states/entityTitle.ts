// What the catalog calls an entity.
import type { Entity } from '@backstage/catalog-model';

/** Its title, the name that its profile shows, or its plain name. */
export function entityTitle({ metadata, spec }: Entity): string {
  const profile = spec?.profile as { displayName?: string } | undefined;
  return metadata.title ?? profile?.displayName ?? metadata.name;
}
