// Puts together the checks that an installation judges by: ours, those of modules, its own, all as it configured them.
import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseOwnChecks } from '@maturity-roadmap/checks';
import type { Check } from '@maturity-roadmap/engine';
import { configureChecks, errorMessage } from '@maturity-roadmap/engine';
import type { FileTreeLocation, FileTreeReader, TreeFile } from '../files/FileTreeReader';
import { describeLocation } from '../files/FileTreeReader';

const isDocument = (path: string) => /\.ya?ml$/i.test(path) && !/(^|\/)fixtures\//.test(path);

/** Documents of own checks, by where they lie. */
export type OwnDocuments = ReadonlyMap<string, readonly TreeFile[]>;

/**
 * Reads the documents of own checks. Where that fails, it is logged, and what was read before stays.
 */
export async function readOwnChecks(
  locations: readonly FileTreeLocation[],
  trees: FileTreeReader,
  logger: LoggerService,
  before: OwnDocuments = new Map(),
): Promise<OwnDocuments> {
  const documents = new Map<string, readonly TreeFile[]>();
  for (const location of locations) {
    const place = describeLocation(location);
    try {
      documents.set(place, await trees.read(location, isDocument));
    } catch (error) {
      logger.error(`own checks of ${place} could not be read: ${errorMessage(error)}`);
      documents.set(place, before.get(place) ?? []);
    }
  }
  return documents;
}

/**
 * The checks to judge by. What can't be used is logged with its place and left out; the rest counts.
 *
 * @param settings - of checks by id, as written
 */
export function assembleChecks(
  known: readonly Check[],
  documents: OwnDocuments,
  settings: unknown,
  logger: LoggerService,
): Check[] {
  const checks = [...known];
  for (const { path, text } of [...documents.values()].flat()) {
    const own = parseOwnChecks(text, path);
    for (const { file, line, message } of own.problems) logger.error(`own check ${file}:${line}: ${message}`);
    for (const check of own.checks) {
      if (checks.some(({ id }) => id === check.id))
        logger.error(`own check ${path}: "${check.id}" is the id of another check: choose another name.`);
      else checks.push(check);
    }
  }
  const configured = configureChecks(checks, settings);
  for (const { path, message } of configured.problems)
    logger.error(`${['maturity.checks', ...path].join('.')} in app-config ${message} It is left out.`);
  return configured.checks;
}
