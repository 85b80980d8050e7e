// Writes what can be derived: topic ids, the registry of checks, their documentation and the ClusterRole.
// `yarn generate` writes, `yarn generate --check` only says which files are stale and fails if any is.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { generateFieldsByCheck } from './generate/fieldsByCheck';
import { findFieldsRead, generateFieldsRead } from './generate/fieldsRead';
import { generateOutline } from './generate/outline';
import { generateRegistry } from './generate/registry';
import { generateShapes } from './generate/shapes';

const root = join(__dirname, '../..');
const checkOnly = process.argv.includes('--check');

function current(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Writes a generated file; in check mode compares it. Returns whether it was stale. */
async function write(file: string, text: string): Promise<boolean> {
  const path = join(root, file);
  const options = await resolveConfig(path);
  const formatted = await format(text, { ...options, filepath: path });
  if (current(path) === formatted) return false;
  if (!checkOnly) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, formatted);
  }
  return true;
}

/** Removes the files of a folder that nothing was written for; in check mode names them. Returns the stale ones. */
function removeOthers(folder: string, written: ReadonlySet<string>): string[] {
  const left = readdirSync(join(root, folder)).filter(name => !written.has(name));
  const files = left.map(name => `${folder}/${name}`);
  if (!checkOnly) for (const file of files) rmSync(join(root, file));
  return files;
}

async function main(): Promise<void> {
  const stale: string[] = [];
  const emit = async (file: string, text: string) => {
    if (await write(file, text)) stale.push(file);
  };
  await emit('packages/roadmap/src/generated/outline.ts', generateOutline(join(root, 'content')));
  const shapes = generateShapes(root);
  await emit('packages/engine/src/model/generated/shapes.ts', shapes.text);
  const fields = findFieldsRead(root, shapes.fields);
  await emit('packages/checks/src/generated/fieldsRead.ts', generateFieldsRead(fields));
  await emit('packages/checks/src/generated/fieldBits.ts', generateFieldsByCheck(root, fields));
  await emit('packages/checks/src/generated/registry.ts', generateRegistry(join(root, 'packages/checks/src')));
  // Loaded only now: they import the registry, which may just have been written.
  const { allChecks } = await import('@maturity-roadmap/checks');
  const { generateChecksPage } = await import('./generate/checksPage');
  const { generateClusterRole } = await import('./generate/clusterRole');
  const { generateCheckPage } = await import('./generate/checkPage');
  const { generateChangelog, generateStandard } = await import('./generate/standard');
  const meaning = await import('./generate/meaning');
  const { generateCheckDocuments } = await import('./generate/checkDocuments');
  const now = meaning.meaningNow(root);
  const odd = [...meaning.oddRevisions(allChecks), ...meaning.unsaidChanges(meaning.meaningBefore(root), now)];
  if (odd.length > 0) throw new Error(odd.join('\n'));
  await emit(meaning.meaningFile, JSON.stringify(now));
  await emit('docs/generated/checks.md', generateChecksPage());
  for (const check of allChecks) await emit(`docs/generated/checks/${check.id}.md`, generateCheckPage(root, check));
  stale.push(...removeOthers('docs/generated/checks', new Set(allChecks.map(({ id }) => `${id}.md`))));
  const standard = generateStandard();
  await emit(standard.file, standard.text);
  await emit('docs/generated/changelog.md', generateChangelog(root));
  await emit('packages/checks/src/generated/checkDocuments.ts', generateCheckDocuments(root));
  await emit('docs/generated/clusterrole.yaml', generateClusterRole());
  const verb = checkOnly ? 'stale' : 'written';
  console.log(stale.length ? stale.map(file => `${verb}: ${file}`).join('\n') : 'all generated files are fresh');
  if (checkOnly && stale.length) {
    console.error('Run `yarn generate` and commit what it writes.');
    process.exitCode = 1;
  }
}

main().catch(error => {
  console.error(`yarn generate: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
