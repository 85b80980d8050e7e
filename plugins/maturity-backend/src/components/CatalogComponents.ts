// The components of the catalog, as far as judging needs them: who claims what, who owns it, where its source lies.
import { dirname, resolve } from 'node:path';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  parseLocationRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ComponentSelector } from '@maturity-roadmap/engine';
import { annotations, componentSelector, errorMessage } from '@maturity-roadmap/engine';
import type { FileTreeLocation } from '../files/FileTreeReader';

/** A component of the catalog. */
export interface CatalogComponent {
  ref: string;
  title: string;
  owner?: string;
  system?: string;
  selector: ComponentSelector;
  /** Where its source is; absent if the entity does not say. */
  repository?: FileTreeLocation;
  /** Set if the annotation that names the repository can't be used; says what to do. */
  repositoryProblem?: string;
  dockerfile?: string;
  /** The entity itself, kept only where some check is meant for some components only. */
  entity?: Entity;
}

/** @public */
export interface CatalogComponentsOptions {
  /** Only components with one of these values in `spec.type`. */
  types?: readonly string[];
  /** Folder below which `dir:` references may point. */
  repositoriesFolder?: string;
  /** Keep entities whole: some check asks for their fields. */
  keepEntities?(): boolean;
}

/** What judging needs of an entity, and what a filter on entities may name. */
const neededFields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'relations',
];
const wholeFields = ['apiVersion', 'kind', 'metadata', 'spec', 'relations'];

/** Reads components from the catalog, streamed, so that a large catalog is never held whole. */
export class CatalogComponents {
  constructor(
    private readonly catalog: CatalogService,
    private readonly auth: AuthService,
    private readonly options: CatalogComponentsOptions = {},
  ) {}

  /** All components that are to be judged, page by page: only what judging needs of each is kept. */
  async *stream(): AsyncGenerator<CatalogComponent> {
    const credentials = await this.auth.getOwnServiceCredentials();
    const filter = { kind: 'Component', ...(this.options.types ? { 'spec.type': [...this.options.types] } : {}) };
    const fields = this.options.keepEntities?.() ? wholeFields : neededFields;
    for await (const page of this.catalog.streamEntities({ filter, fields }, { credentials })) {
      for (const entity of page) yield this.toComponent(entity);
    }
  }

  /** What an entity says of itself. */
  toComponent(entity: Entity): CatalogComponent {
    const ref = stringifyEntityRef(entity);
    const own = entity.metadata.annotations ?? {};
    const related = (type: string, kind: string) =>
      entity.relations?.find(relation => relation.type === type && relation.targetRef.startsWith(kind))?.targetRef;
    const owner = related(RELATION_OWNED_BY, '');
    const system = related(RELATION_PART_OF, 'system:');
    const dockerfile = own[annotations.dockerfile];
    return {
      ref,
      title: entity.metadata.title ?? entity.metadata.name,
      ...(owner ? { owner } : {}),
      ...(system ? { system } : {}),
      selector: componentSelector(ref, entity.metadata.name, own),
      ...this.repositoryOf(own),
      ...(dockerfile ? { dockerfile } : {}),
      ...(this.options.keepEntities?.() ? { entity } : {}),
    };
  }

  private repositoryOf(own: Record<string, string>): Pick<CatalogComponent, 'repository' | 'repositoryProblem'> {
    const named = own[annotations.repository];
    const ref = named ?? own[ANNOTATION_SOURCE_LOCATION];
    if (!ref) return {};
    try {
      const { type, target } = parseLocationRef(ref);
      if (type === 'url') return { repository: { url: target } };
      if (type === 'dir' && named) return { repository: { folder: this.resolveFolder(target, own) } };
      return named ? { repositoryProblem: `${annotations.repository}: "${ref}" must start with url: or dir:` } : {};
    } catch (error) {
      return { repositoryProblem: `${annotations.repository}: ${errorMessage(error)}` };
    }
  }

  /** `dir:` is relative to the entity's own file, as in TechDocs, and only for entities that come from disk. */
  private resolveFolder(target: string, own: Record<string, string>): string {
    const { type, target: file } = parseLocationRef(own[ANNOTATION_LOCATION] ?? own[ANNOTATION_ORIGIN_LOCATION] ?? '');
    if (type !== 'file') throw new Error('dir: works only for entities registered from a file; use url: instead');
    const allowed = this.options.repositoriesFolder;
    if (!allowed) throw new Error('dir: needs maturity.repositories.folder in app-config');
    const folder = resolve(dirname(file), target);
    if (!`${folder}/`.startsWith(`${resolve(allowed)}/`)) {
      throw new Error(`"${target}" lies outside maturity.repositories.folder`);
    }
    return folder;
  }
}
