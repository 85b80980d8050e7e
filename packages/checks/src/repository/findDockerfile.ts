// Finds the Dockerfile of a component among those of its repository.
import type { ObjectView, Repository, RepositoryFile } from '@maturity-roadmap/engine';

/** What was found; several candidates of the same rank can't be told apart. */
export type FoundDockerfile =
  | { kind: 'found'; file: RepositoryFile }
  | { kind: 'none' }
  | { kind: 'named-missing'; path: string }
  | { kind: 'several'; files: readonly RepositoryFile[] };

const depth = (file: RepositoryFile) => file.metadata.name.split('/').length;
const hasDefaultName = (file: RepositoryFile) => /(^|\/)(Docker|Container)file$/.test(file.metadata.name);

/** Folders whose Dockerfiles build something else than the component. */
const isAside = (file: RepositoryFile) =>
  /(^|\/)(\.devcontainer|\.github|examples?|tests?|testdata|e2e|node_modules|vendor)\//.test(file.metadata.name);

/**
 * The Dockerfile that the component's annotation names, otherwise the one nearest to the component's root, where the
 * default names `Dockerfile` and `Containerfile` go before others such as `Dockerfile.dev`.
 */
export function findDockerfile(repository: Repository, index: ObjectView<'repository/v1/Dockerfile'>): FoundDockerfile {
  const all = index.all('repository/v1/Dockerfile');
  const path = repository.dockerfile?.replace(/^\.?\//, '');
  if (path) {
    const file = all.find(one => one.metadata.name === path);
    return file ? { kind: 'found', file } : { kind: 'named-missing', path };
  }
  const own = all.filter(file => !isAside(file));
  if (own.length === 0) return { kind: 'none' };
  const nearest = Math.min(...own.map(depth));
  const near = own.filter(file => depth(file) === nearest);
  const candidates = near.some(hasDefaultName) ? near.filter(hasDefaultName) : near;
  return candidates.length === 1 ? { kind: 'found', file: candidates[0] } : { kind: 'several', files: candidates };
}
