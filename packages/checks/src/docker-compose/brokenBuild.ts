// Tells what a compose build names that the repository does not have.
import type { RepositoryFile } from '@maturity-roadmap/engine';
import { isMapping, parseDockerfile, resolvePath } from '../repository';

/**
 * Undefined if the build can work, or can't be told: contexts that are URLs, variables, or lie outside of what was read.
 *
 * @param build - a context, or a mapping
 * @param folder - of the compose file, with trailing slash
 */
export function brokenBuild(
  build: unknown,
  folder: string,
  dockerfiles: readonly RepositoryFile[],
): string | undefined {
  const {
    context = '.',
    dockerfile,
    dockerfile_inline: inline,
    target,
  } = isMapping(build) ? build : { context: build };
  const path = [context, dockerfile ?? 'Dockerfile'].join('/');
  if (inline !== undefined || typeof context !== 'string' || /:\/\/|^git@|\$|^\//.test(path)) return undefined;
  const resolved = resolvePath(folder, path);
  if (resolved === undefined) return undefined;
  const file = dockerfiles.find(one => one.metadata.name === resolved);
  if (!file) return `there is no ${resolved}`;
  if (typeof target !== 'string' || target.includes('$')) return undefined;
  const { stages } = parseDockerfile(file);
  return stages.some(stage => stage.name === target.toLowerCase()) ? undefined : `${resolved} has no stage ${target}`;
}
