// Repositories wait for clusters that are being read, and not for those that say nothing.
import { FirstReadings } from './FirstReadings';

type Told = { lease: string; state: object }[];

const pauses = { silent: 60, reading: 400, pause: 5 };

/** Milliseconds waited. */
async function wait(keepers: string[] | undefined, told: (passed: number) => Told): Promise<number> {
  const started = Date.now();
  const parts = {
    keepers: () => keepers && new Set(keepers),
    operations: { list: async () => told(Date.now() - started) } as never,
  };
  await new FirstReadings(parts, Date.now, pauses).over(new AbortController().signal);
  return Date.now() - started;
}

const being = (...names: string[]): Told => names.map(lease => ({ lease, state: { reading: true } }));
const read = (...names: string[]): Told => names.map(lease => ({ lease, state: {} }));

it('waits for nothing where there is no cluster and no source', async () => {
  expect(await wait(['repositories', 'history'], () => [])).toBeLessThan(50);
});

it('waits until all that is read by whichever replica has been read', async () => {
  const names = ['repositories', 'cluster:prod', 'source:manifests'];
  const [, ...both] = names;
  const waited = await wait(names, passed => (passed < 200 ? [...being(both[0]), ...read(both[1])] : read(...both)));
  expect(waited).toBeGreaterThanOrEqual(200);
  expect(waited).toBeLessThan(pauses.reading);
});

it('waits for every environment of a source', async () => {
  const waited = await wait(['source:manifests'], passed => [
    ...read('source:manifests'),
    ...(passed < 150 ? being('source:manifests') : []),
  ]);
  expect(waited).toBeGreaterThanOrEqual(150);
});

it.each([
  ['says nothing', ['cluster:prod'], (): Told => [], pauses.silent],
  ['does not come to an end', ['cluster:prod'], () => being('cluster:prod'), pauses.reading],
  ['can not be listed', undefined, (): Told => [], pauses.silent],
])('does not wait for long for what %s', async (_, keepers, told, limit) => {
  const waited = await wait(keepers, told);
  expect(waited).toBeGreaterThanOrEqual(limit);
  expect(waited).toBeLessThan(limit + 300);
});

it('ends with its signal', async () => {
  const stop = new AbortController();
  const parts = { keepers: () => new Set(['cluster:prod']), operations: { list: async () => [] } as never };
  const over = new FirstReadings(parts).over(stop.signal);
  stop.abort();
  await expect(over).resolves.toBeUndefined();
});
