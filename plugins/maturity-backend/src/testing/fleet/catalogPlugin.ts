// A catalog that holds its entities in memory, in place of the one that takes an hour to work through as many: the REST paths
// that the app asks for, and the service that other plugins use.
import { createBackendPlugin, createServiceFactory, coreServices } from '@backstage/backend-plugin-api';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import type { Request, Response } from 'express';
import { Router, json } from 'express';

const pageSize = 1_000;

interface Holdings {
  byRef: Map<string, Entity>;
  byKind: Map<string, Entity[]>;
}

function hold(entities: readonly Entity[]): Holdings {
  const byRef = new Map(entities.map(entity => [stringifyEntityRef(entity), entity]));
  const byKind = new Map<string, Entity[]>();
  for (const entity of entities) {
    const kind = entity.kind.toLowerCase();
    const some = byKind.get(kind) ?? [];
    byKind.set(kind, some);
    some.push(entity);
  }
  return { byRef, byKind };
}

const list = (value: unknown): string[] => [value ?? []].flat().map(String);

/** `kind=component,spec.type=service` as the client's filters are. */
function toFilter(text: string): Record<string, string[]> {
  const filter: Record<string, string[]> = {};
  for (const part of text.split(',')) {
    const [key, value] = part.split('=');
    if (value !== undefined) filter[key] = [...(filter[key] ?? []), value];
  }
  return filter;
}

/** The entities of the kinds that filters name, so that thousands are not looked through for a few. */
function among({ byRef, byKind }: Holdings, filters: readonly Record<string, string[]>[]): Entity[] {
  const kinds = filters.flatMap(filter => filter.kind ?? []);
  const isByKind = filters.length > 0 && filters.every(filter => filter.kind);
  return isByKind
    ? [...new Set(kinds.map(kind => kind.toLowerCase()))].flatMap(kind => byKind.get(kind) ?? [])
    : [...byRef.values()];
}

function routes(held: Holdings): Router {
  const router = Router();
  router.use(json({ limit: '4mb' }));
  router.get('/entities/by-name/:kind/:namespace/:name', ({ params }: Request, response: Response) => {
    const entity = held.byRef.get(`${params.kind}:${params.namespace}/${params.name}`.toLowerCase());
    if (entity) response.json(entity);
    else response.status(404).json({ error: { name: 'NotFoundError', message: 'no such entity' } });
  });
  router.post('/entities/by-refs', ({ body }: Request, response: Response) => {
    response.json({ items: (body.entityRefs as string[]).map(ref => held.byRef.get(ref.toLowerCase()) ?? null) });
  });
  router.get('/entities/by-query', async ({ query }: Request, response: Response) => {
    const filter = list(query.filter).map(toFilter);
    const client = new InMemoryCatalogClient({ entities: among(held, filter) });
    const fields = list(query.fullTextFilterFields).flatMap(text => text.split(','));
    const term = query.fullTextFilterTerm as string | undefined;
    const order = list(query.orderField).map(text => {
      const [field, direction] = text.split(',');
      return { field, order: direction === 'desc' ? ('desc' as const) : ('asc' as const) };
    });
    const answer = await client.queryEntities({
      filter,
      limit: Number(query.limit ?? 20),
      offset: Number(query.offset ?? 0),
      orderFields: order,
      ...(term ? { fullTextFilter: { term, ...(fields.length > 0 ? { fields } : {}) } } : {}),
    });
    response.json(answer);
  });
  router.get('/entities', async ({ query }: Request, response: Response) => {
    const filter = list(query.filter).map(toFilter);
    const client = new InMemoryCatalogClient({ entities: among(held, filter) });
    response.json((await client.getEntities({ filter, limit: Number(query.limit ?? 100) })).items);
  });
  router.get('/entity-facets', async ({ query }: Request, response: Response) => {
    const filter = list(query.filter).map(toFilter);
    const client = new InMemoryCatalogClient({ entities: among(held, filter) });
    response.json(await client.getEntityFacets({ filter, facets: list(query.facet) }));
  });
  return router;
}

/** The plugin and the service, over the same entities. */
export function fleetCatalogFeatures(entities: readonly Entity[]) {
  const held = hold(entities);
  const plugin = createBackendPlugin({
    pluginId: 'catalog',
    register: env =>
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        init: async ({ httpRouter }) => httpRouter.use(routes(held) as never),
      }),
  });
  const service = createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () =>
      ({
        getEntityByRef: async (ref: string) => held.byRef.get(ref.toLowerCase()),
        async *streamEntities({ filter }: { filter?: Record<string, string | string[]> } = {}) {
          const wanted = among(held, [
            Object.fromEntries(Object.entries(filter ?? {}).map(([key, of]) => [key, list(of)])),
          ]);
          for (let at = 0; at < wanted.length; at += pageSize) yield wanted.slice(at, at + pageSize);
        },
      }) as unknown as CatalogService,
  });
  return [plugin, service];
}
