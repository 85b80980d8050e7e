// What the API says of how scores went.
import { TestDatabases, mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import plugin from '.';
import { entities, writeDemo } from './testing/demo';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const today = Date.now();
const dayAgo = (days: number) => new Date(today - days * 24 * 60 * 60_000).toISOString().slice(0, 10);

it('tells a component of its earlier scores, compares the table with them and sorts by the change', async () => {
  const demo = writeDemo();
  const knex = await databases.init('SQLITE_3');
  const backend = await startTestBackend({
    features: [
      plugin,
      catalogServiceMock.factory({ entities }),
      mockServices.database.mock({ getClient: async () => knex }).factory,
      mockServices.permissions.mock({
        authorize: async requests => requests.map(() => ({ result: AuthorizeResult.ALLOW })),
        authorizeConditional: async requests => requests.map(() => ({ result: AuthorizeResult.ALLOW })),
      }).factory,
      mockServices.rootConfig.factory({
        data: { maturity: { manifests: [{ folder: demo.folder }], clusters: { enabled: false } } },
      }),
    ],
  });
  try {
    const get = async (path: string) => (await request(backend.server).get(`/api/maturity${path}`)).body;
    for (let attempt = 0; (await get('/components')).total !== 2; attempt++) {
      if (attempt === 100) throw new Error('the first run has not ended');
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    const [first, second] = (await get('/components')).items;
    const idOf = async ({ ref }: { ref: string }) => (await knex('maturity_names').where({ name: ref }).first('id')).id;
    const [one, two] = [await idOf(first), await idOf(second)];
    await knex('maturity_scores').whereIn('component_id', [one, two]).delete();
    await knex('maturity_scores').insert([
      { component_id: one, day: dayAgo(200), score: 0 },
      { component_id: one, day: dayAgo(50), score: 1000 },
      { component_id: two, day: dayAgo(50), score: 0 },
    ]);
    const { scores } = await get(`/reports/${first.ref.replace(':', '/')}`);
    expect(scores).toEqual([
      { day: dayAgo(89), score: 0 },
      { day: dayAgo(50), score: 1 },
    ]);
    const before = async (query: string) =>
      (await get(`/components?${query}`)).items.map(({ scoreBefore }: { scoreBefore?: object }) => scoreBefore);
    expect(await before('')).toEqual([
      { day: dayAgo(89), score: 0 },
      { day: dayAgo(50), score: 0 },
    ]);
    expect(await before('days=30')).toEqual([
      { day: dayAgo(29), score: 1 },
      { day: dayAgo(29), score: 0 },
    ]);
    expect(await before('environment=prod')).toEqual([undefined, undefined]);
    const sorted = async (query: string) =>
      (await get(`/components?sort=change&days=30&${query}`)).items.map(({ ref }: { ref: string }) => ref);
    expect(await sorted('order=asc')).toEqual([first.ref, second.ref]);
    expect(await sorted('order=desc')).toEqual([second.ref, first.ref]);
    expect((await request(backend.server).get('/api/maturity/components/export')).text).toContain(
      `,0,${dayAgo(50)}\r\n`,
    );
  } finally {
    await backend.stop();
    demo.remove();
  }
});
