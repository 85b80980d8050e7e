// Indexes the files of a repository that checks read, each under the kind its name tells.
import type { KindId, KindState, RepositoryFile } from '../model';
import { kindDefinitions } from '../model';
import { ObjectIndex } from '../objects';

/** Name of the environment that repository verdicts belong to. @public */
export const repositoryEnvironment = 'repository';

const buildFileNames = [
  'package.json package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock go.mod go.sum pom.xml',
  'build.gradle build.gradle.kts gradle.lockfile Cargo.toml Cargo.lock requirements.txt pyproject.toml poetry.lock',
  'uv.lock Pipfile Pipfile.lock Gemfile Gemfile.lock composer.json composer.lock mix.exs mix.lock',
  'project.toml .ko.yaml MODULE.bazel WORKSPACE flake.nix skaffold.yaml',
]
  .join(' ')
  .split(' ');

const patterns: readonly [RegExp, string][] = [
  [/(^|\/)((Docker|Container)file(\.[\w-]+)?|[\w.-]+\.(Docker|Container)file)$/i, 'Dockerfile'],
  [/(^|\/)((Docker|Container)file|[\w.-]+)?\.(docker|container)ignore$/i, 'DockerIgnore'],
  [/(^|\/)(docker-)?compose([.-][\w-]+)*\.ya?ml$/, 'ComposeFile'],
  [/(^|\/)(Chart\.(yaml|lock)|requirements\.(yaml|lock)|values(\.schema\.json|[\w.-]*\.ya?ml))$/, 'HelmChartFile'],
  [
    /^(\.github\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.yml|Jenkinsfile|azure-pipelines\.yml|\.circleci\/config\.yml|\.drone\.yml|bitbucket-pipelines\.yml|\.tekton\/[^/]+\.ya?ml)$/,
    'Pipeline',
  ],
];

/**
 * The kind under which a repository file is indexed; undefined for files that no check reads, which need not be
 * fetched.
 *
 * @param path - from the component's root, with forward slashes
 * @public
 */
export function repositoryFileKind(path: string): string | undefined {
  // `.dockerignore` also looks like a Dockerfile with an extension.
  if (patterns[1][0].test(path)) return 'DockerIgnore';
  const known = patterns.find(([pattern]) => pattern.test(path));
  if (known) return known[1];
  return buildFileNames.includes(path.slice(path.lastIndexOf('/') + 1)) ? 'BuildFile' : undefined;
}

/**
 * Indexes repository files. Files of other kinds than checks read are passed over.
 *
 * @param observedAt - ISO 8601
 * @public
 */
export function indexRepository(files: Iterable<{ path: string; text: string }>, observedAt: string): ObjectIndex {
  const index = new ObjectIndex(repositoryEnvironment, observedAt);
  for (const { path, text } of files) {
    const kind = repositoryFileKind(path);
    if (!kind) continue;
    const file: RepositoryFile & { kind: string } = {
      apiVersion: 'repository/v1',
      kind,
      metadata: { name: path },
      text,
    };
    index.upsert(file);
  }
  return index;
}

/**
 * A repository of which nothing could be read: every file kind has the state.
 *
 * @public
 */
export function unreadRepository(state: KindState, observedAt: string): ObjectIndex {
  const index = new ObjectIndex(repositoryEnvironment, observedAt);
  for (const { id, provenance } of kindDefinitions)
    if (provenance === 'repository') index.setState(id as KindId, state);
  return index;
}
