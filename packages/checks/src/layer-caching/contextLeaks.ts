// What should stay out of a build context: history, credentials, and what the host built or installed.
import type { RepositoryFile } from '@maturity-roadmap/engine';

/** Folders that a tool fills beside its manifest. */
const filledFolders: Record<string, string> = {
  'package.json': 'node_modules',
  'Cargo.toml': 'target',
  'pom.xml': 'target',
};

/**
 * Paths that an ignore file must match, each with a file to try. Folders of dependencies count where the repository
 * has the manifest that fills them.
 */
export function unwantedPaths(buildFiles: readonly RepositoryFile[]): { path: string; probe: string }[] {
  const folders = buildFiles.flatMap(({ metadata }) => {
    const slash = metadata.name.lastIndexOf('/') + 1;
    const folder = filledFolders[metadata.name.slice(slash)];
    return folder ? [metadata.name.slice(0, slash) + folder] : [];
  });
  return [
    { path: '.git', probe: '.git/HEAD' },
    { path: '.env', probe: '.env' },
    ...[...new Set(folders)].sort().map(path => ({ path, probe: `${path}/file` })),
  ];
}
