// Groups, systems and domains of the catalog, and which of them is part of which.
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { RELATION_CHILD_OF, RELATION_PART_OF, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What a component can be counted by. */
export interface Belonging {
  by: 'owner' | 'system';
  /** Entity refs. */
  keys: string[];
}

interface Place {
  title: string;
  parent?: string;
}

const fields = ['kind', 'metadata.namespace', 'metadata.name', 'metadata.title', 'spec.profile', 'relations'];

/** The tree as one caller sees it. */
export class Hierarchy {
  private readonly children = new Map<string, string[]>();

  constructor(private readonly places: ReadonlyMap<string, Place>) {
    for (const [ref, { parent }] of places)
      if (parent) this.children.set(parent, [...(this.children.get(parent) ?? []), ref]);
  }

  /** Reads it from the catalog, page by page. */
  static async read(catalog: CatalogService, credentials: BackstageCredentials): Promise<Hierarchy> {
    const places = new Map<string, Place>();
    const request = { filter: { kind: ['Group', 'System', 'Domain'] }, fields };
    for await (const page of catalog.streamEntities(request, { credentials }))
      for (const entity of page) places.set(stringifyEntityRef(entity), toPlace(entity));
    return new Hierarchy(places);
  }

  /** What is shown for people; the name from the ref where the caller may not see the entity. */
  titleOf(ref: string): string {
    return this.places.get(ref)?.title ?? ref.slice(ref.indexOf('/') + 1);
  }

  parentOf(ref: string): string | undefined {
    return this.places.get(ref)?.parent;
  }

  /** It and everything below it. A circle in the catalog is walked once. */
  below(ref: string): string[] {
    const found = new Set([ref]);
    for (const one of found) for (const child of this.children.get(one) ?? []) found.add(child);
    return [...found];
  }

  /**
   * By what the components of an entity are found.
   *
   * @throws InputError if it is neither group, system nor domain
   */
  belongingTo(ref: string): Belonging {
    const lower = ref.toLocaleLowerCase('en-US');
    const [kind] = lower.split(':');
    if (kind === 'group' || kind === 'user') return { by: 'owner', keys: this.below(lower) };
    if (kind !== 'system' && kind !== 'domain')
      throw new InputError(`within=${ref}: name a group, system or domain, such as group:default/checkout.`);
    return { by: 'system', keys: this.below(lower).filter(one => one.startsWith('system:')) };
  }
}

function toPlace(entity: Entity): Place {
  const relation = entity.kind === 'Group' ? RELATION_CHILD_OF : RELATION_PART_OF;
  const parent = entity.relations?.find(({ type }) => type === relation)?.targetRef;
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return {
    title: entity.metadata.title ?? profile?.displayName ?? entity.metadata.name,
    ...(parent ? { parent } : {}),
  };
}
