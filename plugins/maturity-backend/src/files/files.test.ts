// What reads files: folders and URLs, content that changes while the backend runs, repositories of components.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { NotModifiedError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { CatalogComponent } from '../components/CatalogComponents';
import { CatalogComponents } from '../components/CatalogComponents';
import { ContentStore } from '../content/ContentStore';
import { RepositorySource } from '../source/RepositorySource';
import { FileTreeReader } from './FileTreeReader';
import { RequestBudget } from './RequestBudget';

let folder: string;
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const all = () => true;
const signal = new AbortController().signal;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maturity-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A URL reader whose tree can be changed; answers "not modified" to the last etag. */
function fakeUrlReader(files: Record<string, string>) {
  const state = { etag: 'one', files, calls: 0, fails: false };
  const readTree: UrlReaderService['readTree'] = async (_url, options) => {
    state.calls += 1;
    if (state.fails) throw new Error('the host does not answer');
    if (options?.etag === state.etag) throw new NotModifiedError();
    const kept = Object.entries(state.files).filter(([path]) => options?.filter?.(path) ?? true);
    const list = kept.map(([path, text]) => ({ path, content: async () => Buffer.from(text) }));
    return { etag: state.etag, files: async () => list } as never;
  };
  return { state, reader: new FileTreeReader(mockServices.urlReader.mock({ readTree })) };
}

describe('FileTreeReader', () => {
  it('reads a folder with its filter, sorted, and never through links or installed packages', async () => {
    write('b/two.yaml', '2');
    write('a.yaml', '1');
    write('c.txt', 'no');
    write('node_modules/x/package.yaml', 'no');
    symlinkSync('/etc', join(folder, 'link'));
    const { reader } = fakeUrlReader({});
    const files = await reader.read({ folder }, path => path.endsWith('.yaml'));
    expect(files).toEqual([
      { path: 'a.yaml', text: '1' },
      { path: 'b/two.yaml', text: '2' },
    ]);
  });

  it('reads a URL once for each state of it', async () => {
    const { state, reader } = fakeUrlReader({ 'a.md': 'old', 'b.png': 'no' });
    const read = () => reader.read({ url: 'https://host/tree' }, path => path.endsWith('.md'));
    expect(await read()).toEqual([{ path: 'a.md', text: 'old' }]);
    expect(await read()).toEqual([{ path: 'a.md', text: 'old' }]);
    Object.assign(state, { etag: 'two', files: { 'a.md': 'new' } });
    expect(await read()).toEqual([{ path: 'a.md', text: 'new' }]);
  });

  it('stops when it is told to', async () => {
    write('a.yaml', '1');
    const { reader } = fakeUrlReader({});
    await expect(reader.read({ folder }, all, AbortSignal.abort())).rejects.toThrow();
  });
});

describe('ContentStore', () => {
  const outline = (title: string) =>
    `id: r\ntitle: ${title}\ndescription: d\nlevels: [{ id: a, title: A }, { id: b, title: B }]\ntiers:\n  - { id: t, title: T, from: a, to: b, goal: g, sections: [{ id: s, title: S, topics: [pod] }] }\n`;
  const page = '---\ntitle: Pod\nsummary: s\nreferences: [{ title: t, url: "https://kubernetes.io" }]\n---\n';
  const store = (reader: FileTreeReader, location: { folder: string } | { url: string } = { folder }) =>
    new ContentStore([location], reader, mockServices.logger.mock(), 0);

  it('shows a change without a restart', async () => {
    write('r/roadmap.yaml', outline('Old'));
    write('r/topics/pod.md', page);
    const content = store(fakeUrlReader({}).reader);
    expect((await content.roadmap()).title).toBe('Old');
    write('r/roadmap.yaml', outline('New'));
    expect((await content.roadmap('r')).title).toBe('New');
  });

  it('keeps the last reading while the place does not answer', async () => {
    const { state, reader } = fakeUrlReader({ 'r/roadmap.yaml': outline('Old'), 'r/topics/pod.md': page });
    const content = store(reader, { url: 'https://host/tree' });
    await content.get();
    state.fails = true;
    expect((await content.roadmap()).title).toBe('Old');
  });

  it('says where it looked if it never could read', async () => {
    const { state, reader } = fakeUrlReader({});
    state.fails = true;
    await expect(store(reader, { url: 'https://host/tree' }).get()).rejects.toThrow(
      "can't be read from https://host/tree",
    );
  });

  it('serves further roadmaps beside the first, and says what is wrong with a further place', async () => {
    write('main/r/roadmap.yaml', outline('First'));
    write('main/r/topics/pod.md', page);
    write('more/b/roadmap.yaml', outline('Second').replace('id: r', 'id: b'));
    write('more/b/topics/pod.md', page);
    write('more/c/roadmap.yaml', outline('Same id'));
    write('more/c/topics/pod.md', page);
    const { state, reader } = fakeUrlReader({});
    state.fails = true;
    const places = [{ folder: join(folder, 'main') }, { folder: join(folder, 'more') }, { url: 'https://host/tree' }];
    const content = new ContentStore(places, reader, mockServices.logger.mock(), 0);
    const { roadmaps, problems } = await content.get();
    expect(roadmaps.map(({ title }) => title)).toEqual(['First', 'Second']);
    const ofPlaces = problems.filter(({ file }) => !file.endsWith('.md'));
    expect(ofPlaces.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      `${join(folder, 'more')}: roadmap id "r" is taken by another place: choose another id.`,
      expect.stringContaining("https://host/tree: The roadmap can't be read from https://host/tree."),
    ]);
    expect((await content.roadmap()).title).toBe('First');
  });

  it('names the roadmaps there are where one is asked for that is not', async () => {
    write('r/roadmap.yaml', outline('Old'));
    write('r/topics/pod.md', page);
    await expect(store(fakeUrlReader({}).reader).roadmap('x')).rejects.toThrow('There is no roadmap "x". Roadmaps: r.');
  });
});

describe('repositories of components', () => {
  const entity = (annotations: Record<string, string>, file = join(folder, 'catalog/components.yaml')): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'cart', annotations: { 'backstage.io/managed-by-location': `file:${file}`, ...annotations } },
    spec: { type: 'service' },
  });
  const toComponent = (
    annotations: Record<string, string>,
    options = { repositoriesFolder: join(folder, 'repositories') },
  ) => new CatalogComponents(catalogServiceMock(), mockServices.auth(), options).toComponent(entity(annotations));
  const read = async (component: CatalogComponent, enabled = true) => {
    const source = new RepositorySource({
      trees: fakeUrlReader({}).reader,
      memory: { load: async () => undefined, save: async () => {}, touch: async () => {} },
      budget: new RequestBudget({ perHour: 100, hosts: new Map() }),
      enabled,
      rootOf: () => undefined,
    });
    const [tree] = source.treesOf([component]).values();
    return source.indexOf(component, tree, tree && (await source.read(tree, [], signal)));
  };
  const stateOf = async (annotations: Record<string, string>, enabled = true) => {
    const index = await read(toComponent(annotations), enabled);
    return index.state('repository/v1/Dockerfile');
  };

  it.each([
    [{ 'maturity/repository': 'url:https://host/a/tree/main/' }, { repository: { url: 'https://host/a/tree/main/' } }],
    [{ 'backstage.io/source-location': 'url:https://host/b/' }, { repository: { url: 'https://host/b/' } }],
    [{ 'maturity/repository': 'cart' }, { repositoryProblem: expect.stringContaining('maturity/repository') }],
    [
      { 'maturity/repository': 'dir:../../etc' },
      { repositoryProblem: expect.stringContaining('lies outside maturity.repositories.folder') },
    ],
    [{}, { repository: undefined, repositoryProblem: undefined }],
  ])('%j', (annotations, expected) => {
    const { repository, repositoryProblem } = toComponent(annotations as Record<string, string>);
    expect({ repository, repositoryProblem }).toMatchObject(expected);
  });

  it('needs the folder to be allowed', () => {
    const component = toComponent({ 'maturity/repository': 'dir:../repositories/cart' }, {} as never);
    expect(component.repositoryProblem).toContain('dir: needs maturity.repositories.folder in app-config');
  });

  it('reads the files that checks read, and no others', async () => {
    write('repositories/cart/Dockerfile', 'FROM scratch');
    write('repositories/cart/src/main.ts', 'code');
    const index = await read(toComponent({ 'maturity/repository': 'dir:../repositories/cart' }));
    expect(index.all('repository/v1/Dockerfile').map(file => file.text)).toEqual(['FROM scratch']);
    expect(index.size).toBe(1);
  });

  it('tells what is switched off from what fails', async () => {
    expect(await stateOf({ 'maturity/repository': 'url:https://host/a/' }, false)).toMatchObject({
      state: 'notCollected',
    });
    expect(await stateOf({})).toMatchObject({
      state: 'notCollected',
      message: expect.stringContaining('add the annotation'),
    });
    expect(await stateOf({ 'maturity/repository': 'dir:../repositories/gone' })).toMatchObject({
      state: 'unreachable',
    });
    expect(await stateOf({ 'maturity/repository': 'cart' })).toMatchObject({ state: 'unreachable' });
  });
});
