// When each repository is read: at its own moment of every interval, so that requests are spread over it.
import { signalKey } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { RepositoryTree } from '../source/repositoryTrees';

/** When a tree was read last, and before when it is not worth asking, in milliseconds since 1970. */
export interface TreeTimes {
  readAt?: number;
  retryAt?: number;
}

/** Due times of trees. */
export class RepositorySchedule {
  private trees: ReadonlyMap<string, RepositoryTree> = new Map();
  private readonly dueAt = new Map<string, number>();

  constructor(
    /** Milliseconds between two readings of one tree. */
    private readonly interval: number,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Takes over which trees there are now. New ones are due at once, unless they were read not long ago.
   *
   * @param known - of earlier processes
   */
  use(trees: ReadonlyMap<string, RepositoryTree>, known: ReadonlyMap<string, TreeTimes> = new Map()): void {
    for (const [key, tree] of trees) {
      const before = this.trees.get(key);
      const { readAt = 0, retryAt = 0 } = known.get(key) ?? {};
      if (!before) this.dueAt.set(key, Math.max(retryAt, readAt > 0 ? this.slotAfter(key, readAt) : 0));
      // What a component newly found in it is to be judged by.
      else if ([...tree.members.keys()].some(ref => !before.members.has(ref))) this.dueAt.set(key, 0);
    }
    for (const key of this.dueAt.keys()) if (!trees.has(key)) this.dueAt.delete(key);
    this.trees = trees;
  }

  /** The trees that are due, by host, longest overdue first. */
  due(): Map<string, RepositoryTree[]> {
    const now = this.now();
    const late = [...this.dueAt].filter(([, at]) => at <= now).sort(([, a], [, b]) => a - b);
    const byHost = new Map<string, RepositoryTree[]>();
    for (const [key] of late) {
      const tree = this.trees.get(key)!;
      const host = tree.host ?? '';
      byHost.set(host, [...(byHost.get(host) ?? []), tree]);
    }
    return byHost;
  }

  /** The tree was read, or can't be: it is due again in its next slot. */
  done({ key }: RepositoryTree): void {
    if (this.dueAt.has(key)) this.dueAt.set(key, this.slotAfter(key, this.now()));
  }

  /** The first slot that leaves half an interval between two readings. */
  private slotAfter(key: string, time: number): number {
    const phase = (Number.parseInt(signalKey(key), 36) % 10_000) / 10_000;
    const earliest = time + this.interval / 2;
    const slots = Math.ceil(earliest / this.interval - phase);
    return (slots + phase) * this.interval;
  }
}
