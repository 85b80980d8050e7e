// Shares work between two threads: both take what is next, and each tells the other what came of it.

/** What a thread says another by. */
export interface Line {
  send(message: unknown): void;
  /** Calls back with each message, from now on. */
  listen(listener: (message: unknown) => void): void;
}

/** Results of a block of tasks, by the block's number. */
type Block = readonly [number, readonly unknown[]];

/** How many times a job may be shared out. */
const rounds = 4;

/** Memory that both threads count in. */
export const newCounters = () => new Int32Array(new SharedArrayBuffer(rounds * Int32Array.BYTES_PER_ELEMENT));

/** How tasks are shared out. */
export interface Sharing {
  /** Tasks to take at a time: many, so that taking costs nothing beside them, yet few enough to end together. */
  block: number;
  /** Whether only the thread that leads needs the results. */
  forLeader?: boolean;
}

/** One of two threads that run the same job, as it sees the other. Without another it does all by itself. */
export class Peer {
  private readonly inbox: (readonly Block[])[] = [];
  private round = 0;
  private isGone: boolean;
  private wake: () => void = () => {};

  constructor(
    private readonly leads: boolean,
    private readonly counters: Int32Array = newCounters(),
    private readonly line?: Line,
  ) {
    this.isGone = line === undefined;
    line?.listen(message => {
      this.inbox.push(message as readonly Block[]);
      this.wake();
    });
  }

  /** Says that the other broke down: what it has not told is done here. */
  lose(): void {
    this.isGone = true;
    this.wake();
  }

  /**
   * Does tasks together with the other thread, which has to ask for the same in the same order.
   *
   * @param task - gives what can be sent to another thread
   * @returns the results in the order of tasks; of the leader alone, if only it needs them
   */
  async share<T>(tasks: number, task: (at: number) => T, { block, forLeader = false }: Sharing): Promise<T[]> {
    const round = this.round++;
    const blocks = Math.ceil(tasks / block);
    const results = new Array<readonly T[] | undefined>(blocks).fill(undefined);
    const run = (at: number) => {
      const first = at * block;
      return Array.from({ length: Math.min(block, tasks - first) }, (_, offset) => task(first + offset));
    };
    const own: [number, readonly T[]][] = [];
    for (let at = this.take(round); at < blocks; at = this.take(round)) own.push([at, (results[at] = run(at))]);
    if (!(forLeader && this.leads)) this.line?.send(own);
    if (!forLeader || this.leads) for (const [at, done] of await this.told()) results[at] = done as readonly T[];
    else return [];
    return results.flatMap((done, at) => done ?? run(at));
  }

  private take(round: number): number {
    return Atomics.add(this.counters, round, 1);
  }

  /** What the other tells; nothing if it broke down. */
  private async told(): Promise<readonly Block[]> {
    while (this.inbox.length === 0 && !this.isGone) {
      await new Promise<void>(resolve => {
        this.wake = resolve;
      });
    }
    return this.inbox.shift() ?? [];
  }
}
