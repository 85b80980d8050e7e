// Generates the registry of checks from their folders.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Name of a check's export: its id in camel case. */
export function exportName(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Folders of checks below the topics, as `<topic>/<check>`, sorted.
 *
 * @param source - `packages/checks/src`
 */
export function checkFolders(source: string): string[] {
  const folders = (path: string) =>
    readdirSync(path, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => entry.name);
  return folders(source)
    .flatMap(topic => folders(join(source, topic)).map(check => `${topic}/${check}`))
    .filter(folder => existsSync(join(source, folder, 'check.ts')))
    .sort();
}

/**
 * @param source - `packages/checks/src`
 */
export function generateRegistry(source: string): string {
  const checks = checkFolders(source).map(folder => ({ folder, name: exportName(folder.split('/')[1]) }));
  return `// Generated from the folders of the checks by \`yarn generate\`: every check there is.
import type { Check } from '@maturity-roadmap/engine';
${checks.map(({ folder, name }) => `import { ${name} } from '../${folder}/check';`).join('\n')}

/**
 * All checks, by topic and id.
 *
 * @public
 */
export const allChecks: readonly Check[] = [
${checks.map(({ name }) => `  ${name},`).join('\n')}
];
`;
}
