// Puts together the checks that an installation judges by: ours, those of modules, its own, all as it configured them.
import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseOwnChecks } from '@maturity-roadmap/checks';
import type { Check } from '@maturity-roadmap/engine';
import { configureChecks, errorMessage } from '@maturity-roadmap/engine';
import type { FileTreeLocation, FileTreeReader } from '../files/FileTreeReader';
import { describeLocation } from '../files/FileTreeReader';

/** What an installation says of its checks. */
export interface StandardOptions {
  ownChecks: readonly FileTreeLocation[];
  /** Settings by id, as written. */
  checks?: unknown;
}

const isDocument = (path: string) => /\.ya?ml$/i.test(path) && !/(^|\/)fixtures\//.test(path);

/**
 * The checks to judge by. What can't be used is logged with its place and left out; the rest counts.
 */
export async function assembleChecks(
  known: readonly Check[],
  options: StandardOptions,
  trees: FileTreeReader,
  logger: LoggerService,
): Promise<Check[]> {
  const checks = [...known];
  for (const location of options.ownChecks) {
    for (const { path, text } of await readOrSay(location, trees, logger)) {
      const own = parseOwnChecks(text, path);
      for (const { file, line, message } of own.problems) logger.error(`own check ${file}:${line}: ${message}`);
      for (const check of own.checks) {
        if (checks.some(({ id }) => id === check.id))
          logger.error(`own check ${path}: "${check.id}" is the id of another check: choose another name.`);
        else checks.push(check);
      }
    }
  }
  const configured = configureChecks(checks, options.checks);
  for (const { path, message } of configured.problems)
    logger.error(`${['maturity.checks', ...path].join('.')} in app-config ${message} It is left out.`);
  return configured.checks;
}

async function readOrSay(location: FileTreeLocation, trees: FileTreeReader, logger: LoggerService) {
  try {
    return await trees.read(location, isDocument);
  } catch (error) {
    logger.error(`own checks of ${describeLocation(location)} could not be read: ${errorMessage(error)}`);
    return [];
  }
}
