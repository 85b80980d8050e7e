// Rows of the heat map: what is expanded, and catalogs that go in circles.
import type { ComponentRow } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { heatRows, heatStep } from './heatRows';

const row = (key: string, parent?: string) => ({
  key,
  title: key,
  ...(parent ? { parent } : {}),
  components: 1,
  own: 1,
  topics: {},
});
const columns = { roadmap: { id: 'r', levels: [], tiers: [] }, environments: [] };
const total = { components: 2, topics: {} };
const component = { ref: 'component:default/cart', title: 'Cart' } as ComponentRow;
const shown = (rows: ReturnType<typeof heatRows>) => rows.map(({ key, depth, type }) => `${depth} ${type} ${key}`);

it('shows roots, and below expanded rows their children and then their components', () => {
  const map = { ...columns, total, rows: [row('all'), row('shop', 'all'), row('lost', 'hidden')] };
  expect(shown(heatRows(map, new Set(), new Map(), { title: 'All' }))).toEqual([
    '0 counts ',
    '0 counts all',
    '0 counts lost',
  ]);
  const components = new Map([['shop', { items: [component], total: 3 }]]);
  expect(shown(heatRows(map, new Set(['all', 'shop']), components, { title: 'All' }))).toEqual([
    '0 counts ',
    '0 counts all',
    '1 counts shop',
    '2 component shop component:default/cart',
    '2 more shop',
    '0 counts lost',
  ]);
});

it('shows groups that are part of each other once', () => {
  const map = { ...columns, total, rows: [row('a', 'b'), row('b', 'a')] };
  expect(shown(heatRows(map, new Set(['a', 'b']), new Map(), { title: 'All' }))).toEqual([
    '0 counts ',
    '0 counts a',
    '1 counts b',
    '0 counts b',
    '1 counts a',
  ]);
});

it.each([
  [0, 0],
  [0.19, 0],
  [0.2, 1],
  [0.79, 3],
  [0.8, 4],
  [1, 4],
])('shades a share of %d with step %d', (part, step) => expect(heatStep(part)).toBe(step));

it('shows many rows in steps', () => {
  const rows = Array.from({ length: 70 }, (_, at) => row(`group-${at}`));
  const map = { ...columns, total, rows };
  const some = heatRows(map, new Set(), new Map(), { title: 'All' });
  expect(some).toHaveLength(52);
  expect(some.at(-1)).toEqual({ type: 'more', key: 'rows ', of: '', depth: 0, more: 20 });
  expect(heatRows(map, new Set(), new Map(), { title: 'All' }, new Map([['', 100]]))).toHaveLength(71);
});

it('begins with the entity, open, in place of the whole organisation', () => {
  const map = { ...columns, total, rows: [row('group:default/a'), row('group:default/b', 'group:default/a')] };
  const components = new Map([['group:default/a', { items: [component], total: 2 }]]);
  const found = heatRows(map, new Set(), components, { title: 'A', key: 'group:default/a' });
  expect(shown(found)).toEqual([
    '0 counts ',
    '1 counts group:default/b',
    '1 component group:default/a component:default/cart',
    '1 more group:default/a',
  ]);
  expect(found[0]).toMatchObject({ title: 'A', counts: total });
  expect(
    shown(
      heatRows({ ...columns, total, rows: [row('system:default/s')] }, new Set(), new Map(), {
        title: 'D',
        key: 'domain:default/d',
      }),
    ),
  ).toEqual(['0 counts ', '1 counts system:default/s']);
});
