// Patterns that a .dockerignore lacks.
import type { Fix, ObjectView } from '@maturity-roadmap/engine';
import { createFile, editFile, linesOfText } from '@maturity-roadmap/engine';
import type { Dockerfile, DockerIgnore } from '../repository';

/** A build that asks the history for its version needs it. */
const asksGit = /\bgit\s+(describe|rev-parse|log|rev-list|show)\b/;

/**
 * Adds patterns at the end of the ignore file, or writes one beside the Dockerfile.
 *
 * @param paths - to keep out
 * @returns undefined where the file takes something in again on purpose, or the build may need what is kept out
 */
export function ignoreFix(
  { file }: Dockerfile,
  ignore: DockerIgnore | undefined,
  paths: readonly string[],
  index: ObjectView<'repository/v1/DockerIgnore'>,
): Fix | undefined {
  if (paths.includes('.git') && asksGit.test(file.text)) return undefined;
  if (!ignore) {
    // In a folder, only whoever calls the build knows the context.
    if (file.metadata.name.includes('/')) return undefined;
    return createFile(index.cluster, 'DockerIgnore', '.dockerignore', paths);
  }
  const lines = linesOfText(ignore.file.text);
  if (lines.some(line => line.trim().startsWith('!'))) return undefined;
  return editFile(index.ref(ignore.file), ignore.file, `${[...lines, ...paths].join('\n')}\n`);
}
