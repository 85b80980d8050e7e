// Looks for changes of own checks while the backend runs.
import { setTimeout as delay } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Check } from '@maturity-roadmap/engine';
import { sameContent } from '@maturity-roadmap/engine';
import type { FileTreeLocation, FileTreeReader } from '../files/FileTreeReader';
import type { OwnDocuments } from './assembleChecks';
import { assembleChecks, readOwnChecks } from './assembleChecks';

/** What the checks are put together from. */
export interface StandardParts {
  /** Those of this project and of modules. */
  known: readonly Check[];
  ownChecks: readonly FileTreeLocation[];
  /** Settings of checks by id, as written. */
  settings: unknown;
  trees: FileTreeReader;
  logger: LoggerService;
  /** Milliseconds between two looks. */
  pause?: number;
}

/** Milliseconds between two looks: a folder costs nothing, a repository a request. */
const pauses = { folder: 5_000, url: 60_000 };

/** Puts the checks together, and again when own checks change. */
export class StandardWatch {
  private documents: OwnDocuments = new Map();

  constructor(private readonly parts: StandardParts) {}

  /** The checks as they are now; undefined if own checks did not change since the last call. */
  async read(): Promise<readonly Check[] | undefined> {
    const { known, ownChecks, settings, trees, logger } = this.parts;
    const before = this.documents;
    const isFirst = before.size === 0;
    this.documents = await readOwnChecks(ownChecks, trees, logger, before);
    if (!isFirst && sameContent([...before], [...this.documents])) return undefined;
    return assembleChecks(known, this.documents, settings, logger);
  }

  /** Calls with the checks after each change, until the signal fires. */
  async run(signal: AbortSignal, onChange: (checks: readonly Check[]) => void): Promise<void> {
    const { ownChecks, pause = ownChecks.some(one => 'url' in one) ? pauses.url : pauses.folder } = this.parts;
    if (ownChecks.length === 0) return;
    while (!signal.aborted) {
      await delay(pause, undefined, { signal }).catch(() => {});
      const checks = signal.aborted ? undefined : await this.read();
      if (!checks) continue;
      this.parts.logger.info('own checks changed', { checks: checks.length });
      onChange(checks);
    }
  }
}
