// The catalog as it changes, and one of 50,000 components: streamed, with just the fields that judging needs.
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { collectGarbage } from '../testing/collectGarbage';
import { CatalogComponents } from './CatalogComponents';
import { CatalogWatch } from './CatalogWatch';

const entity = (name: string, more: { annotations?: Record<string, string>; type?: string } = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations: more.annotations ?? {} },
  spec: { type: more.type ?? 'service', owner: 'team' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team' }],
});

type Request = Parameters<CatalogService['streamEntities']>[0];

/** A catalog that answers page by page, and notes what it is asked. */
function fakeCatalog(pages: () => Iterable<Entity[]>) {
  const requests: Request[] = [];
  const catalog = {
    async *streamEntities(request: Request) {
      requests.push(request);
      yield* pages();
    },
  } as unknown as CatalogService;
  return { requests, catalog };
}

const watch = (catalog: CatalogService, options: object = {}) =>
  new CatalogWatch(new CatalogComponents(catalog, mockServices.auth(), options), mockServices.logger.mock());

describe('changes take effect without a restart', () => {
  let entities = [entity('cart'), entity('mail')];
  const { catalog } = fakeCatalog(() => [entities]);
  const names = (watched: CatalogWatch) => [...watched.current.components.keys()].map(ref => ref.split('/')[1]);
  const claims = (watched: CatalogWatch, name: string) =>
    watched.current.components.get(`component:default/${name}`)?.selector;

  it('new, renamed, re-annotated and removed; what stays is the same object, and nobody is told of nothing', async () => {
    const watched = watch(catalog);
    const told = jest.fn();
    watched.listen(told);
    await watched.read();
    const { components, mapper } = watched.current;
    await watched.read();
    expect([told.mock.calls.length, watched.current.components]).toEqual([1, components]);
    entities = [entity('cart'), entity('post')];
    await watched.read();
    expect(names(watched)).toEqual(['cart', 'post']);
    expect(watched.current.components.get('component:default/cart')).toBe(components.get('component:default/cart'));
    expect(watched.current.mapper).not.toBe(mapper);
    const before = claims(watched, 'cart');
    entities = [entity('cart', { annotations: { 'backstage.io/kubernetes-id': 'basket' } }), entity('post')];
    await watched.read();
    expect(claims(watched, 'cart')).not.toEqual(before);
    expect(told).toHaveBeenCalledTimes(3);
  });

  it('keeps what it knows while the catalog does not answer', async () => {
    const watched = watch(catalog);
    await watched.read();
    const broken = jest.spyOn(catalog, 'streamEntities').mockImplementation(async function* fail() {
      yield [];
      throw new Error('down');
    } as never);
    await expect(watched.read()).rejects.toThrow('down');
    expect(names(watched)).toEqual(['cart', 'post']);
    broken.mockRestore();
  });
});

describe('50,000 components', () => {
  const pageSize = 500;
  /** What an entity carries that judging does not need, so that holding it would show. */
  const ballast = 'x'.repeat(20_000);

  function* manyPages(): Generator<Entity[]> {
    for (let page = 0; page < 100; page++)
      yield Array.from({ length: pageSize }, (_, at) => {
        const one = entity(`service-${page * pageSize + at}`);
        return { ...one, spec: { ...one.spec, definition: `${ballast}${page}-${at}` } };
      });
  }

  it('asks for the fields it needs, and never holds entities', async () => {
    const { catalog, requests } = fakeCatalog(manyPages);
    const components = new CatalogComponents(catalog, mockServices.auth(), { types: ['service', 'website'] });
    const read: WeakRef<Entity[]>[] = [];
    const heldAt: number[] = [];
    const held = () => read.filter(page => page.deref()).length;
    const original = catalog.streamEntities.bind(catalog);
    jest.spyOn(catalog, 'streamEntities').mockImplementation(async function* noted(request: Request) {
      for await (const page of original(request as never, {} as never)) {
        read.push(new WeakRef(page));
        yield page;
        if (read.length % 25 !== 0) continue;
        await collectGarbage();
        heldAt.push(held());
      }
    } as never);
    const watched = new CatalogWatch(components, mockServices.logger.mock());
    await watched.read();
    expect(watched.current.components.size).toBe(50_000);
    expect(read).toHaveLength(100);
    for (const pages of heldAt) expect(pages).toBeLessThanOrEqual(2);
    expect(requests[0]).toEqual({
      filter: { kind: 'Component', 'spec.type': ['service', 'website'] },
      fields: ['kind', 'metadata.name', 'metadata.namespace', 'metadata.title', 'metadata.annotations', 'relations'],
    });
    const [one] = watched.current.components.values();
    expect(JSON.stringify(one).length).toBeLessThan(400);
    expect(one).not.toHaveProperty('entity');
  });

  it('asks for whole entities only where some check is meant for some components', async () => {
    const { catalog, requests } = fakeCatalog(() => [[entity('cart')]]);
    const watched = watch(catalog, { keepEntities: () => true });
    await watched.read();
    expect(requests[0]?.fields).toEqual(['apiVersion', 'kind', 'metadata', 'spec', 'relations']);
    expect([...watched.current.components.values()][0].entity?.spec).toMatchObject({ type: 'service' });
  });
});
