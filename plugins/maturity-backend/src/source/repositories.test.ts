// Repositories at the cost of what changed: shared trees, etags, the budget of hosts, what is not there.
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { failureOf } from '../files/failureOf';
import { FileTreeReader } from '../files/FileTreeReader';
import { RequestBudget } from '../files/RequestBudget';
import { repositoryRoot } from '../files/repositoryRoot';
import { FakeHost } from '../testing/fakeHost';
import type { TreeReading } from './repositoryIndex';
import type { Occasion } from './RepositorySource';
import { RepositorySource } from './RepositorySource';
import { filesOf, filterOf, repositoryTrees } from './repositoryTrees';
import type { TreeRecord } from './TreeMemory';

const minute = 60_000;
const hour = 60 * minute;
const signal = new AbortController().signal;
const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'github.com' }],
      gitlab: [{ host: 'gitlab.example.com', apiBaseUrl: 'https://gitlab.example.com/api/v4' }],
      azure: [{ host: 'dev.azure.com' }],
    },
  }),
);
const rootOf = (url: string) => repositoryRoot(url, integrations);
const at = (ref: string, url: string) => ({ ref, repository: { url } });
const shapesOf = (...components: ReturnType<typeof at>[]) =>
  [...repositoryTrees(components, rootOf).values()].map(({ location, members }) => [
    (location as { url: string }).url,
    Object.fromEntries(members),
  ]);

describe('components that share a repository', () => {
  it.each([
    ['https://github.com/shop/all/tree/main/'],
    ['https://gitlab.example.com/shop/all/-/tree/main/'],
    ['https://dev.azure.com/shop/all/_git/all?version=GBmain&path=/'],
  ])('read it once where it is one folder: %s', url => {
    expect(shapesOf(at('a', url), at('b', url))).toEqual([[url, { a: '', b: '' }]]);
  });

  it.each([
    ['https://github.com/shop/all/tree/main/', 'https://github.com/shop/all/tree/main/'],
    ['https://gitlab.example.com/shop/all/-/tree/main/', 'https://gitlab.example.com/shop/all/-/tree/main/'],
  ])('read its root where they lie in several folders of %s', (root, expected) => {
    expect(shapesOf(at('a', `${root}services/a/`), at('b', `${root}services/b`))).toEqual([
      [expected, { a: 'services/a/', b: 'services/b/' }],
    ]);
  });

  it('keep branches, and hosts that are not known as hosts of Git, apart', () => {
    const urls = ['https://github.com/o/r/tree/main/x/', 'https://github.com/o/r/tree/next/x/', 'https://files/o/x/'];
    expect(shapesOf(...urls.map((url, ref) => at(String(ref), url)))).toEqual(
      urls.map((url, ref) => [url, { [ref]: '' }]),
    );
  });

  it('see the files of their own folder only, and a parent those of all', () => {
    const tree = {
      members: new Map([
        ['a', 'services/a/'],
        ['all', ''],
      ]),
    };
    const paths = ['services/a/Dockerfile', 'services/b/compose.yaml', 'Dockerfile', 'a/b/c/d/Dockerfile', 'x.ts'];
    const kept = paths.filter(filterOf(tree));
    expect(kept).toEqual(paths.slice(0, 3));
    const files = kept.map(path => ({ path, text: '' }));
    expect(filesOf(files, 'services/a/').map(({ path }) => path)).toEqual(['Dockerfile']);
    expect(filesOf(files, '').map(({ path }) => path)).toEqual(kept);
  });
});

describe('the budget of a host', () => {
  const host = 'github.com';
  let now = 0;
  const budget = (perHour = 100) => {
    now = Date.UTC(2026, 0, 1);
    return new RequestBudget(
      { perHour, hosts: new Map([['small', 10]]) },
      () => now,
      () => 1,
    );
  };
  const spendAll = (one: RequestBudget, forPerson = false) => {
    let spent = 0;
    for (; one.mayAsk(host, forPerson); spent += 2) one.spend(host, 2);
    return spent;
  };

  it('is never passed within an hour, spread over it, and a part is kept for people', () => {
    const one = budget();
    const byMinute = Array.from({ length: 60 }, () => {
      now += minute;
      return spendAll(one);
    });
    expect(Math.max(...byMinute)).toBe(10);
    expect(byMinute.reduce((a, b) => a + b)).toBe(90);
    expect(spendAll(one, true)).toBe(10);
    now += hour;
    expect(one.mayAsk(host)).toBe(true);
    expect(one.perHour('small')).toBe(10);
  });

  it('goes on after a restart', () => {
    const one = budget();
    spendAll(one, true);
    const next = budget();
    next.restore(one.states());
    expect(next.mayAsk(host, true)).toBe(false);
    expect(next.mayAsk('other')).toBe(true);
  });

  it('is left alone for as long as it says, and longer with each refusal', () => {
    const one = budget();
    const limited = Object.assign(new Error('Request failed with 429 Too Many Requests'), {
      response: { status: 429, headers: new Headers({ 'retry-after': '120' }) },
    });
    one.failed(host, limited);
    now += 119_000;
    expect(one.mayAsk(host, true)).toBe(false);
    now += 2_000;
    expect(one.mayAsk(host)).toBe(true);
    for (let times = 0; times < 5; times++) one.failed(host, new Error('… (rate limit exceeded)'));
    now += 10 * minute;
    expect(one.mayAsk(host)).toBe(false);
    one.succeeded(host);
    expect(one.mayAsk(host)).toBe(true);
  });

  it('does not stop for one repository that is broken, but for a host that is', () => {
    const one = budget();
    const broken = new Error('Request failed for https://github.com/o/r, 503 Service Unavailable');
    for (let times = 0; times < 2; times++) one.failed(host, broken);
    for (let times = 0; times < 9; times++) one.failed(host, new Error('Request failed for x, 404 Not Found'));
    expect(one.mayAsk(host)).toBe(true);
    one.failed(host, broken);
    expect(one.mayAsk(host)).toBe(false);
  });

  it.each([
    ['Request failed for https://h/500/x, 404 Not Found', 'refused'],
    ['Request failed for https://h/x, 502 Bad Gateway', 'broken'],
    ['Request failed for https://h/x, 403 Forbidden (rate limit exceeded)', 'limited'],
    ['Request failed for https://h/x, 403 Forbidden', 'refused'],
    ['socket hang up', 'broken'],
  ])('reads "%s" as %s', (message, kind) => {
    expect(failureOf(new Error(message)).kind).toBe(kind);
  });

  it('reads Retry-After as seconds or as an instant', () => {
    const answered = (value: string) =>
      failureOf({ message: '', statusCode: 503, response: { headers: new Headers({ 'retry-after': value }) } }, 0);
    expect(answered('7').retryAfter).toBe(7_000);
    expect(answered(new Date(9_000).toUTCString()).retryAfter).toBe(9_000);
    expect(answered('soon').retryAfter).toBeUndefined();
  });
});

describe('a repository', () => {
  const url = 'https://host.example.com/r1/';
  let now: number;
  let host: FakeHost;
  let records: Map<string, TreeRecord>;
  let budget: RequestBudget;
  let source: RepositorySource;
  const component = { ref: 'a', repository: { url } };
  const [tree] = repositoryTrees([component], () => undefined).values();
  const read = (why: Occasion = 'round') => source.read(tree, [], signal, why);
  const dockerfiles = (reading: TreeReading | undefined) =>
    source.indexOf(component, tree, reading).held('repository/v1/Dockerfile').length;
  const stateOf = (reading: TreeReading | undefined) =>
    source.indexOf(component, tree, reading).state('repository/v1/Dockerfile');

  function start(perHour = 1_000): void {
    budget = new RequestBudget({ perHour, hosts: new Map() }, () => now);
    const memory = {
      load: async (key: string) => records.get(key),
      save: async (record: TreeRecord) => void records.set(record.key, record),
      touch: async (key: string, readAt: string) => void records.set(key, { ...records.get(key)!, readAt }),
    };
    const trees = new FileTreeReader(host.reader);
    const clock = () => new Date(now);
    source = new RepositorySource({ trees, memory, budget, enabled: true, rootOf: () => undefined, now: clock });
  }

  beforeEach(() => {
    now = Date.UTC(2026, 0, 1);
    host = new FakeHost(() => now);
    host.repositories.set(url, { etag: '1', files: { Dockerfile: 'FROM scratch', 'src/a.ts': '' } });
    records = new Map();
    start();
  });

  it('costs one conditional request while it does not change, also after a restart', async () => {
    expect(await read()).toMatchObject({ state: 'read', changed: true, files: [{ path: 'Dockerfile' }] });
    start();
    expect(await read()).toMatchObject({ state: 'read', changed: false, files: [{ path: 'Dockerfile' }] });
    expect(host.asked.map(({ outcome }) => outcome)).toEqual(['changed', 'unchanged']);
    expect(dockerfiles(await read('memory'))).toBe(1);
    expect(host.asked).toHaveLength(2);
  });

  it('that is not there is not asked for again for a while, unless someone asks', async () => {
    host.repositories.clear();
    expect(stateOf(await read())).toMatchObject({ state: 'unreachable', message: expect.stringContaining('404') });
    now += 10 * minute;
    expect(await read()).toMatchObject({ state: 'failed' });
    expect(host.asked).toHaveLength(1);
    host.repositories.set(url, { etag: '2', files: { Dockerfile: '' } });
    expect(dockerfiles(await read('person'))).toBe(1);
    expect(await read()).toMatchObject({ state: 'read', changed: false });
  });

  it('stands as it was read last while its host is in trouble, for a day', async () => {
    await read();
    host.failure = new Error('Request failed for x, 503 Service Unavailable');
    now += hour;
    expect(dockerfiles(await read())).toBe(1);
    now += 24 * hour;
    expect(stateOf(await read())).toMatchObject({ state: 'unreachable', message: expect.stringContaining('503') });
  });

  it('waits where the budget is spent, and stands as it was read last', async () => {
    start(10);
    budget.spend('host.example.com', 9);
    expect(await read('person')).toBeUndefined();
    expect(stateOf(undefined)).toMatchObject({
      state: 'notCollected',
      message: expect.stringContaining('not been read'),
    });
    start();
    await read();
    start(10);
    budget.spend('host.example.com', 9);
    expect(dockerfiles(await read())).toBe(1);
    expect(host.asked).toHaveLength(1);
  });

  it('of a host that lists nothing is asked for by common names, and what is missing only after a while', async () => {
    host.lists = false;
    const named = ['deploy/Dockerfile.prod'];
    const ask = async () => {
      host.asked.length = 0;
      const reading = await source.read(tree, named, signal);
      return { reading, paths: host.asked.map(one => one.url.slice(url.length)) };
    };
    const first = await ask();
    expect(first.paths).toEqual(expect.arrayContaining(['Dockerfile', 'package.json', 'deploy/Dockerfile.prod']));
    expect(dockerfiles(first.reading)).toBe(1);
    const kinds = source.indexOf(component, tree, first.reading);
    expect(kinds.state('repository/v1/Pipeline')).toMatchObject({ state: 'notCollected' });
    expect((await ask()).paths).toEqual(['Dockerfile']);
    now += 61 * minute;
    expect((await ask()).paths).toHaveLength(first.paths.length);
  });

  it('ends with the signal', async () => {
    await expect(source.read(tree, [], AbortSignal.abort())).resolves.toBeDefined();
    host.failure = new Error('aborted');
    await expect(source.read(tree, [], AbortSignal.abort())).rejects.toThrow('aborted');
  });
});
