// A component's repository as an index of the files that checks read.
import { errorMessage, indexRepository, repositoryFileKind, unreadRepository } from '@maturity-roadmap/engine';
import type { ObjectIndex } from '@maturity-roadmap/engine';
import pLimit from 'p-limit';
import type { FileTreeLocation, FileTreeReader } from '../files/FileTreeReader';
import { describeLocation } from '../files/FileTreeReader';

/** Repositories read at once. */
const parallelReads = 4;
/** Deeper files belong to parts of a monorepo, not to the component at its root. */
const maxDepth = 4;

/** Reads repositories, a few at a time. */
export class RepositorySource {
  private readonly limit = pLimit(parallelReads);

  constructor(
    private readonly trees: FileTreeReader,
    private readonly enabled: boolean,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * The repository's index. Never rejects: a repository that can't be read has every kind of file unreachable, and
   * where reading is switched off, or the component names none, none is collected.
   */
  async read(
    { repository, repositoryProblem }: { repository?: FileTreeLocation; repositoryProblem?: string },
    signal: AbortSignal,
  ): Promise<ObjectIndex> {
    const observedAt = this.now().toISOString();
    const none = (message: string) => unreadRepository({ state: 'notCollected', message }, observedAt);
    if (!this.enabled) return none('reading repositories is switched off (maturity.repositories.enabled)');
    if (repositoryProblem) return unreadRepository({ state: 'unreachable', message: repositoryProblem }, observedAt);
    if (!repository) return none('the component names no repository: add the annotation maturity/repository');
    try {
      const files = await this.limit(() => this.trees.read(repository, isWanted, signal));
      return indexRepository(files, observedAt);
    } catch (error) {
      const message = `repository ${describeLocation(repository)} can't be read: ${errorMessage(error)}`;
      return unreadRepository({ state: 'unreachable', message }, observedAt);
    }
  }
}

function isWanted(path: string): boolean {
  return path.split('/').length <= maxDepth && repositoryFileKind(path) !== undefined;
}
