// The heat map down the hierarchy of the catalog, and what is wrong with catalogs.
import { Hierarchy } from '../../components/Hierarchy';
import { heatMapView } from './heatMapView';

const share = (met: number, applicable: number) => ({ met, applicable, unknown: 0 });
const entry = (key: string, components: number, met: number) => ({
  key,
  components,
  topics: { pod: share(met, components) },
});
const total = { components: 9, topics: new Map([['pod', new Map([['', share(5, 9)]])]]) };
const rowsOf = (entries: ReturnType<typeof entry>[], places: [string, { title: string; parent?: string }][]) =>
  heatMapView(entries, total, new Hierarchy(new Map(places))).rows.map(row => [
    row.title,
    row.components,
    row.own,
    row.topics.pod.met,
  ]);

it('adds what teams have to the groups above them, parents first', () => {
  const rows = rowsOf(
    [entry('group:d/pay', 3, 1), entry('group:d/cart', 2, 2), entry('group:d/shop', 1, 0), entry('user:d/ann', 1, 1)],
    [
      ['group:d/pay', { title: 'Payments', parent: 'group:d/shop' }],
      ['group:d/cart', { title: 'Cart', parent: 'group:d/shop' }],
      ['group:d/shop', { title: 'Shop', parent: 'group:d/all' }],
      ['group:d/all', { title: 'Zebra' }],
      ['group:d/empty', { title: 'Nobody' }],
    ],
  );
  expect(rows).toEqual([
    ['ann', 1, 1, 1],
    ['Zebra', 6, 0, 3],
    ['Shop', 6, 1, 3],
    ['Cart', 2, 2, 2],
    ['Payments', 3, 3, 1],
  ]);
});

it('ends where groups are part of each other', () => {
  const rows = rowsOf(
    [entry('group:d/a', 1, 1)],
    [
      ['group:d/a', { title: 'A', parent: 'group:d/b' }],
      ['group:d/b', { title: 'B', parent: 'group:d/a' }],
    ],
  );
  expect(rows).toEqual([
    ['A', 1, 1, 1],
    ['B', 1, 0, 1],
  ]);
});

it('finds the systems of a domain and of the domains below it', () => {
  const hierarchy = new Hierarchy(
    new Map([
      ['domain:d/shop', { title: 'Shop' }],
      ['domain:d/pay', { title: 'Pay', parent: 'domain:d/shop' }],
      ['system:d/cards', { title: 'Cards', parent: 'domain:d/pay' }],
      ['system:d/web', { title: 'Web', parent: 'domain:d/shop' }],
    ]),
  );
  expect(hierarchy.belongingTo('Domain:d/shop')).toEqual({ by: 'system', keys: ['system:d/web', 'system:d/cards'] });
  expect(() => hierarchy.belongingTo('api:d/x')).toThrow('name a group, system or domain');
});
