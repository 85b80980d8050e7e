// Joins components that share a repository, so that it is read once for all of them.
import { repositoryFileKind } from '@maturity-roadmap/engine';
import type { FileTreeLocation, TreeFile } from '../files/FileTreeReader';

/** Deeper files belong to parts of a component, not to the component at its root. */
const maxDepth = 4;

/** A tree of files that is read as one. */
export interface RepositoryTree {
  /** Names it among all; changes when it has to be read anew whatever its etag. */
  key: string;
  location: FileTreeLocation;
  /** Host that is asked; absent for folders. */
  host?: string;
  /** Folder of each component in the tree by its ref, with a slash at the end unless it is the root. */
  members: ReadonlyMap<string, string>;
}

interface WithRepository {
  ref: string;
  repository?: FileTreeLocation;
}

/** The repository's root of a URL in it, by the rules of the host; undefined where that can't be told. */
export type RootOf = (url: string) => string | undefined;

const slashed = (path: string) => (path.endsWith('/') ? path : `${path}/`);

/** The folder of a URL below the root; undefined if it is not below it. */
function folderBelow(root: string, url: string): string | undefined {
  const [whole, part] = [new URL(root), new URL(url)];
  if (whole.search !== part.search) return undefined;
  const [from, to] = [slashed(whole.pathname), slashed(part.pathname)];
  return to.startsWith(from) ? decodeURIComponent(to.slice(from.length)) : undefined;
}

function placeOf(url: string, rootOf: RootOf): { root: string; folder: string } {
  const alone = { root: url, folder: '' };
  try {
    const root = rootOf(url);
    const folder = root && folderBelow(root, url);
    return root && folder !== undefined ? { root, folder } : alone;
  } catch {
    return alone;
  }
}

/**
 * The trees of all components that name one. Components in several folders of one repository share its root; those in
 * one folder share that, since hosts may serve a folder cheaper than the whole.
 */
export function repositoryTrees(components: Iterable<WithRepository>, rootOf: RootOf): Map<string, RepositoryTree> {
  const byRoot = new Map<string, { root: string; places: { url: string; ref: string; folder: string }[] }>();
  const trees = new Map<string, RepositoryTree>();
  const add = (key: string, location: FileTreeLocation, ref: string, folder = '', host?: string) => {
    const members = new Map([...(trees.get(key)?.members ?? []), [ref, folder]]);
    trees.set(key, { key, location, members, ...(host ? { host } : {}) });
  };
  for (const { ref, repository } of components) {
    if (!repository) continue;
    if ('folder' in repository) add(`folder:${repository.folder}`, repository, ref);
    else {
      const { root, folder } = placeOf(repository.url, rootOf);
      const name = root.replace(/\/$/, '');
      const place = { url: repository.url, ref, folder };
      byRoot.set(name, { root, places: [...(byRoot.get(name)?.places ?? []), place] });
    }
  }
  for (const { root, places } of byRoot.values()) {
    const folders = [...new Set(places.map(({ folder }) => folder))].sort();
    const isShared = folders.length > 1;
    const url = isShared ? root : places[0].url;
    const { host } = new URL(url);
    const key = isShared ? `${root} ${folders.join(' ')}` : url;
    for (const { ref, folder } of places) add(key, { url }, ref, isShared ? folder : '', host);
  }
  return trees;
}

/** Whether some component of the tree needs a file. */
export function filterOf(tree: Pick<RepositoryTree, 'members'>): (path: string) => boolean {
  const folders = new Set(tree.members.values());
  return path => {
    const steps = path.split('/');
    let folder = '';
    for (let at = 0; at < steps.length; at++) {
      const rest = steps.slice(at);
      if (folders.has(folder) && rest.length <= maxDepth && repositoryFileKind(rest.join('/'))) return true;
      folder += `${steps[at]}/`;
    }
    return false;
  };
}

/** The files of one component, with paths from its own folder. */
export function filesOf(files: readonly TreeFile[], folder: string): readonly TreeFile[] {
  const isOwn = filterOf({ members: new Map([['', folder]]) });
  const own = files.filter(({ path }) => isOwn(path));
  return folder ? own.map(({ path, text }) => ({ path: path.slice(folder.length), text })) : own;
}
