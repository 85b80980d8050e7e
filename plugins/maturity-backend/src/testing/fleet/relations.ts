// Adds to entities the relations that the catalog works out of what they say.
import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';

type Said = Record<'owner' | 'system' | 'domain' | 'parent', string | undefined> & { memberOf?: string[] };

/** Relations in both directions, as the catalog's processors make them. */
export function withRelations(entities: readonly Entity[]): Entity[] {
  const relations = new Map<string, { type: string; targetRef: string }[]>();
  const add = (from: string, type: string, to: string, back: string) => {
    relations.set(from, [...(relations.get(from) ?? []), { type, targetRef: to }]);
    const other = relations.get(to) ?? [];
    relations.set(to, other);
    other.push({ type: back, targetRef: from });
  };
  for (const entity of entities) {
    const ref = stringifyEntityRef(entity);
    const { owner, system, domain, parent, memberOf = [] } = (entity.spec ?? {}) as unknown as Said;
    if (owner) add(ref, 'ownedBy', owner, 'ownerOf');
    if (system) add(ref, 'partOf', `system:default/${system}`, 'hasPart');
    if (domain) add(ref, 'partOf', `domain:default/${domain}`, 'hasPart');
    if (parent) add(ref, 'childOf', `group:default/${parent}`, 'parentOf');
    for (const group of memberOf) add(ref, 'memberOf', `group:default/${group}`, 'hasMember');
  }
  return entities.map(entity => ({
    ...entity,
    metadata: { ...entity.metadata, namespace: 'default', uid: stringifyEntityRef(entity) },
    relations: relations.get(stringifyEntityRef(entity)) ?? [],
  }));
}
