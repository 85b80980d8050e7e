// A compose project as `docker compose up` would load it: files found, included, merged and extended.
import type { ObjectView, RepositoryFile } from '@maturity-roadmap/engine';
import { mergeMappings } from './mergeCompose';
import type { ComposeFile, ComposeProblem, Mapping } from './readComposeFile';
import { isMapping, readComposeFile } from './readComposeFile';

export type ComposeView = ObjectView<'repository/v1/ComposeFile'>;

export interface ComposeProject {
  /** The main file, for evidence. */
  file: RepositoryFile;
  /** Other main files in the same folder, which compose passes over. */
  shadowed: readonly RepositoryFile[];
  /** Folder with trailing slash, empty for the root. */
  folder: string;
  data: Mapping;
  services: ReadonlyMap<string, Mapping>;
  problems: readonly ComposeProblem[];
  /** It includes or extends files that were not read, so that what seems to be missing may be there. */
  incomplete: boolean;
}

/** In the order in which compose looks for them. */
const mainNames = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];
const overrideNames = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);

/** `./a/../b` below a folder as a plain path; undefined if it leaves the repository. */
export function resolvePath(folder: string, path: string): string | undefined {
  const parts: string[] = [];
  for (const part of `${folder}${path}`.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function mainFolder(files: readonly RepositoryFile[]): string | undefined {
  const mains = files
    .map(file => file.metadata.name)
    .filter(path => mainNames.includes(path.slice(folderOf(path).length)));
  return mains.map(folderOf).sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))[0];
}

function includedPaths(data: Mapping): string[] {
  const includes = Array.isArray(data.include) ? data.include : [];
  return includes.flatMap((one: unknown) => {
    const path = isMapping(one) ? one.path : one;
    return (Array.isArray(path) ? path : [path]).filter(item => typeof item === 'string');
  });
}

/**
 * Applies `extends`, which lays a service over another one of this or of a further file.
 *
 * @param seen - services on the way here by file and name: they may extend each other in a circle
 */
function extended(
  name: string,
  services: Mapping,
  load: (path: string) => Mapping | undefined,
  seen: readonly string[] = [],
  path = '',
): Mapping {
  const service = services[name];
  const key = `${path}#${name}`;
  if (!isMapping(service) || seen.includes(key)) return {};
  const { extends: reference, ...own } = service;
  const from = isMapping(reference) ? reference : { service: reference };
  if (typeof from.service !== 'string') return service;
  const file = typeof from.file === 'string' ? from.file : path;
  const source = file === path ? services : load(file);
  const base = source ? extended(from.service, source, load, [...seen, key], file) : {};
  return mergeMappings(base, own, ['services', name]);
}

/** The project in the folder nearest to the component's root; undefined if there is no compose file. */
export function composeProject(index: ComposeView): ComposeProject | undefined {
  const files = index.all('repository/v1/ComposeFile');
  const folder = mainFolder(files);
  if (folder === undefined) return undefined;
  const existing = (names: readonly string[]) =>
    names.flatMap(name => files.find(file => file.metadata.name === folder + name) ?? []);
  const [file, ...shadowed] = existing(mainNames);
  const override = existing(overrideNames)[0];
  const problems: ComposeProblem[] = [];
  let incomplete = false;
  const find = (path: string): ComposeFile | undefined => {
    const resolved = resolvePath(folder, path);
    const found = files.find(one => one.metadata.name === resolved);
    if (!found) incomplete = true;
    return found && readComposeFile(found);
  };
  let data: Mapping = {};
  const parts = [file, ...(override ? [override] : [])].map(readComposeFile);
  for (const part of parts.flatMap(one => [one, ...one.following])) {
    problems.push(...part.problems);
    for (const path of includedPaths(part.data)) data = mergeMappings(find(path)?.data ?? {}, data);
    data = mergeMappings(data, part.data, [], part.tagged);
  }
  const own = isMapping(data.services) ? data.services : {};
  const load = (path: string) => {
    const services = find(path)?.data.services;
    return isMapping(services) ? services : undefined;
  };
  const services = new Map(Object.keys(own).map(name => [name, extended(name, own, load)]));
  return { file, shadowed, folder, data, services, problems, incomplete };
}
