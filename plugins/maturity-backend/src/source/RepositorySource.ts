// Components' repositories as indexes of the files that checks read, at the cost of what changed.
import type { ObjectIndex } from '@maturity-roadmap/engine';
import { errorMessage } from '@maturity-roadmap/engine';
import pLimit from 'p-limit';
import { failureOf } from '../files/failureOf';
import type { FileTreeReader, TreeFile } from '../files/FileTreeReader';
import { describeLocation } from '../files/FileTreeReader';
import type { RequestBudget } from '../files/RequestBudget';
import { ofOneReading } from '../files/RequestBudget';
import { readSingly } from './readSingly';
import type { Named, TreeReading } from './repositoryIndex';
import { repositoryIndex } from './repositoryIndex';
import type { RepositoryTree, RootOf } from './repositoryTrees';
import { filterOf, repositoryTrees } from './repositoryTrees';
import type { TreeMemory, TreeRecord } from './TreeMemory';
import { withinTime } from './withinTime';

/** Repositories of one host read at once. */
const parallelReads = 4;
/** Milliseconds for which what was read stands in while the host is in trouble. */
const standsInFor = 24 * 60 * 60_000;
/** Milliseconds until a repository that failed is asked for again, doubling with each failure. */
const retries = { broken: 60_000, refused: 60 * 60_000, most: 24 * 60 * 60_000 };

/** What reading repositories takes. */
export interface RepositoryParts {
  trees: FileTreeReader;
  memory: TreeMemory;
  budget: RequestBudget;
  enabled: boolean;
  rootOf: RootOf;
  /** Counts requests by host and how they ended. */
  onRequest?(host: string, outcome: 'changed' | 'unchanged' | 'failed'): void;
  now?: () => Date;
}

/** What a tree is read for. */
export type Occasion = 'round' | 'person' | 'memory';

const explain = ({ location }: RepositoryTree, message: string) =>
  `repository ${describeLocation(location)} can't be read: ${message}`;

/** Reads repositories, a few at a time. */
export class RepositorySource {
  private readonly limits = new Map<string, ReturnType<typeof pLimit>>();
  private readonly now: () => Date;

  constructor(private readonly parts: RepositoryParts) {
    this.now = parts.now ?? (() => new Date());
  }

  /** The trees to read for components; none where reading is switched off. */
  treesOf(components: Iterable<Named>): Map<string, RepositoryTree> {
    return this.parts.enabled ? repositoryTrees(components, this.parts.rootOf) : new Map();
  }

  /** Whether a tree could be asked for now. */
  mayRead({ host }: RepositoryTree): boolean {
    return host === undefined || this.parts.budget.mayAsk(host);
  }

  /**
   * Reads a tree. Rejects only if the signal fires or the memory fails.
   *
   * @param named - paths of files that components name
   * @param why - a round asks as far as the budget goes, someone who waits a little further, and memory not at all
   */
  read(
    tree: RepositoryTree,
    named: readonly string[],
    signal: AbortSignal,
    why: Occasion = 'round',
  ): Promise<TreeReading | undefined> {
    const host = tree.host ?? '';
    const limit = this.limits.get(host) ?? pLimit(parallelReads);
    this.limits.set(host, limit);
    return limit(() => this.readNow(tree, named, signal, why));
  }

  /** One component's files as checks see them. */
  indexOf(component: Named, tree: RepositoryTree | undefined, reading: TreeReading | undefined): ObjectIndex {
    const { enabled } = this.parts;
    return repositoryIndex({ component, tree, reading, enabled, now: this.now().toISOString() });
  }

  private async readNow(
    tree: RepositoryTree,
    named: readonly string[],
    signal: AbortSignal,
    why: Occasion,
  ): Promise<TreeReading | undefined> {
    const forPerson = why === 'person';
    const { location, host } = tree;
    if ('folder' in location) return this.readFolder(tree, signal);
    const record: TreeRecord = (await this.parts.memory.load(tree.key)) ?? { key: tree.key, files: [] };
    if (why === 'memory') return this.remembered(record, tree);
    const isEarly = (record.failure?.retryAt ?? '') > this.now().toISOString();
    if (isEarly && !forPerson) return this.remembered(record, tree);
    if (!this.parts.budget.mayAsk(host!, forPerson)) return this.remembered(record, tree);
    try {
      return await withinTime(signal, stop => this.ask(tree, location.url, record, named, stop, forPerson));
    } catch (error) {
      if (signal.aborted) throw error;
      return this.failed(tree, record, error);
    }
  }

  private async readFolder(tree: RepositoryTree, signal: AbortSignal): Promise<TreeReading> {
    try {
      const files = await this.parts.trees.read(tree.location, filterOf(tree), signal);
      return { state: 'read', files, observedAt: this.now().toISOString(), changed: true, listed: true };
    } catch (error) {
      if (signal.aborted) throw error;
      return { state: 'failed', message: explain(tree, errorMessage(error)) };
    }
  }

  private async ask(
    tree: RepositoryTree,
    url: string,
    record: TreeRecord,
    named: readonly string[],
    signal: AbortSignal,
    forPerson: boolean,
  ): Promise<TreeReading> {
    const { trees, memory, budget, onRequest } = this.parts;
    const host = tree.host!;
    const readAt = this.now().toISOString();
    const answered = (changed: boolean, files: readonly TreeFile[], listed = true): TreeReading => {
      budget.succeeded(host);
      onRequest?.(host, changed ? 'changed' : 'unchanged');
      return { state: 'read', files, observedAt: readAt, changed, listed };
    };
    if (!record.singles) {
      try {
        // Both requests at once, so that readings side by side do not pass the budget together.
        budget.spend(host, ofOneReading);
        const changed = await trees.readChanged(url, filterOf(tree), record.etag, signal);
        if (!changed) {
          budget.spend(host, -1);
          const { failure, ...rest } = record;
          await (failure ? memory.save({ ...rest, readAt }) : memory.touch(tree.key, readAt));
          return answered(false, record.files);
        }
        await memory.save({ key: tree.key, readAt, ...changed });
        return answered(true, changed.files);
      } catch (error) {
        if (!/not implement/i.test(errorMessage(error))) throw error;
      }
    }
    const spend = () => {
      const may = budget.mayAsk(host, forPerson);
      if (may) budget.spend(host, 1);
      return may;
    };
    const folder = url.endsWith('/') ? url : `${url}/`;
    const known = record.singles ?? [];
    const singles = await readSingly({ trees, url: folder, named, known, now: this.now(), spend }, signal);
    const files = singles.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
    await memory.save({ key: tree.key, readAt, files, singles });
    return answered(JSON.stringify(files) !== JSON.stringify(record.files), files, false);
  }

  private async failed(tree: RepositoryTree, record: TreeRecord, error: unknown): Promise<TreeReading | undefined> {
    const { memory, budget, onRequest } = this.parts;
    const { kind, message } = failureOf(error, this.now().getTime());
    budget.failed(tree.host!, error);
    onRequest?.(tree.host!, 'failed');
    const times = (record.failure?.times ?? 0) + 1;
    // Of a host that is asked too often, no repository is to blame.
    const pause = kind === 'limited' ? 0 : Math.min(retries.most, retries[kind] * 2 ** (times - 1));
    const failure = { message, times, retryAt: new Date(this.now().getTime() + pause).toISOString() };
    // What a host no longer shows is not remembered either.
    const { key, singles, ...rest } = record;
    const kept = kind === 'refused' ? { key, files: [] } : { key, ...rest, ...(singles ? { singles } : {}) };
    const next = { ...kept, failure };
    await memory.save(next);
    return this.remembered(next, tree);
  }

  /** What was read last stands in for a while; without it there is a failure to tell, or nothing yet. */
  private remembered(record: TreeRecord, tree: RepositoryTree): TreeReading | undefined {
    const { readAt, files, failure, singles } = record;
    if (readAt && this.now().getTime() - Date.parse(readAt) < standsInFor)
      return { state: 'read', files, observedAt: readAt, changed: false, listed: !singles };
    return failure && { state: 'failed', message: explain(tree, failure.message) };
  }
}
