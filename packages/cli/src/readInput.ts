// Reads the files that the command is given: folders, files or standard input.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { LocatedObject, Problem } from '@maturity-roadmap/engine';
import { errorMessage, parseManifests } from '@maturity-roadmap/engine';

/** A text file with the path that messages call it by. */
export interface InputFile {
  path: string;
  text: string;
}

const isManifest = (name: string) => /\.(ya?ml|json)$/i.test(name);
const skipped = new Set(['node_modules', '.git']);

/**
 * Paths of the files below a folder that pass the filter, sorted. Links are not followed.
 */
export function filesBelow(folder: string, filter: (path: string) => boolean): string[] {
  const found: string[] = [];
  addFilesBelow(folder, filter, found);
  return found.sort();
}

function addFilesBelow(folder: string, filter: (path: string) => boolean, found: string[]): void {
  // Joining a path for each of thousands of files costs as much as reading their names.
  const prefix = join(folder, 'x').slice(0, -1);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory() && !skipped.has(entry.name)) addFilesBelow(path, filter, found);
    else if (entry.isFile() && filter(path)) found.push(path);
  }
}

/** What was read of manifests. */
export interface Input {
  objects: LocatedObject[];
  problems: Problem[];
}

/**
 * The files that paths stand for: of a folder every YAML and JSON file. `-` is standard input.
 *
 * @throws Error if a path does not exist: a pipeline that judges nothing must not look as if it had passed
 */
export function manifestFiles(paths: readonly string[]): string[] {
  return paths.flatMap(path => {
    if (path === '-') return [path];
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) throw new Error(`${path} does not exist.`);
    return stats.isDirectory() ? filesBelow(path, isManifest) : [path];
  });
}

/** Reads one of them. */
export function readManifest(file: string): Input {
  try {
    return parseManifests(readFileSync(file === '-' ? 0 : file, 'utf8'), file);
  } catch (error) {
    return { objects: [], problems: [{ file, line: 1, message: `can't be read: ${errorMessage(error)}` }] };
  }
}

/** What was read of several files, as one. */
export function joinInputs(inputs: readonly Input[]): Input {
  return { objects: inputs.flatMap(({ objects }) => objects), problems: inputs.flatMap(({ problems }) => problems) };
}

/**
 * Reads the manifests of paths.
 *
 * @throws Error if a path does not exist
 */
export const readManifests = (paths: readonly string[]): Input => joinInputs(manifestFiles(paths).map(readManifest));

/**
 * The files of a repository, with paths from its root.
 *
 * @throws Error if the folder does not exist
 */
export function readRepository(folder: string, filter: (path: string) => boolean): InputFile[] {
  const toPath = (file: string) => relative(folder, file).split(sep).join('/');
  return filesBelow(folder, file => filter(toPath(file))).map(file => ({
    path: toPath(file),
    text: readFileSync(file, 'utf8'),
  }));
}
