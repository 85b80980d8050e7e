// Tells which paths a .dockerignore keeps out of the build context.
import dockerignore from '@balena/dockerignore';
import type { ObjectView, RepositoryFile } from '@maturity-roadmap/engine';
import { errorMessage } from '@maturity-roadmap/engine';
import { parsedOnce } from './parsedOnce';

export type DockerIgnore =
  | { file: RepositoryFile; ignores: (path: string) => boolean; error?: undefined }
  | { file: RepositoryFile; error: string };

/** `**.go` means files in any folder, as with a slash and a star more; the library knows only that form. */
const withFolders = (pattern: string) => pattern.replace(/(^[\s!]*|\/)\*\*(?=[^*/\s])/g, '$1**/*');

function parse(file: RepositoryFile): DockerIgnore {
  try {
    const patterns = file.text.replace(/^\uFEFF/, '').split(/\r?\n/);
    const rules = dockerignore({ ignorecase: false }).add(patterns.map(withFolders));
    // Patterns are compiled on first use.
    rules.ignores('probe');
    return { file, ignores: path => rules.ignores(path) };
  } catch (error) {
    return { file, error: errorMessage(error) };
  }
}

const parseIgnore = parsedOnce(parse);

/**
 * The ignore file that a build with this Dockerfile uses: `<Dockerfile>.dockerignore` beside it goes before
 * `.dockerignore` at the root of the context. The context is taken to be the component's root or the Dockerfile's own
 * folder.
 * See https://docs.docker.com/build/concepts/context/#filename-and-location
 */
export function dockerIgnoreOf(
  dockerfile: RepositoryFile,
  index: ObjectView<'repository/v1/DockerIgnore'>,
): DockerIgnore | undefined {
  const path = dockerfile.metadata.name;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  for (const name of [`${path}.dockerignore`, '.dockerignore', `${folder}.dockerignore`, '.containerignore']) {
    const file = index.find('repository/v1/DockerIgnore', name);
    if (file) return parseIgnore(file);
  }
  return undefined;
}
