// Keeps the environments of a source that is read as a whole: manifests, and sources that modules add.
import type { Source, SourceReading } from '@maturity-roadmap/backstage-plugin-maturity-node';
import { errorMessage } from '@maturity-roadmap/engine';
import { setTimeout as delay } from 'node:timers/promises';
import type { IndexedEnvironment } from '../index/indexReading';
import { indexReading } from '../index/indexReading';
import type { Lease } from '../store/Leases';
import { EnvironmentKeeping } from './EnvironmentKeeping';
import type { KeepingParts } from './EnvironmentKeeping';
import type { Keeper } from './Keeper';
import { goneAfter, takeOut } from './takeOut';
import { together } from './together';

/** What keeping sources takes. */
export interface SourceKeeperParts extends KeepingParts {
  everyMinutes: number;
}

interface Kept {
  keeping: EnvironmentKeeping;
  stop: AbortController;
  /** Since when readings do not have it, in milliseconds since 1970. */
  absentSince?: number;
  indexed: IndexedEnvironment;
  running: Promise<void>;
}

interface Callbacks {
  /** An environment can't be kept any longer. */
  fail(error: unknown): void;
  /** Reads the source once more, after whatever reading is under way. */
  reread(): Promise<void>;
}

/** Reads a source at intervals, and when someone asks for it. */
export class SourceKeeper implements Keeper {
  readonly name: string;

  constructor(
    private readonly source: Source,
    private readonly parts: SourceKeeperParts,
    private readonly now: () => number = Date.now,
  ) {
    this.name = `source:${source.name}`;
  }

  async run(lease: Lease, signal: AbortSignal): Promise<void> {
    const kept = new Map<string, Kept>();
    let reading: Promise<void> | undefined;
    await together(signal, async stop => {
      const failed = new AbortController();
      let failure: unknown;
      const fail = (error: unknown) => {
        failure ??= error;
        failed.abort();
      };
      const either = AbortSignal.any([stop, failed.signal]);
      // Those who ask while a reading is under way get one that starts after they asked.
      const reread = async () => {
        const before = reading;
        const next = (before ?? Promise.resolve()).then(() => this.read(kept, lease, either, { fail, reread }));
        reading = next.catch(() => {});
        await next;
      };
      while (!either.aborted) {
        await reread();
        await delay(this.parts.everyMinutes * 60_000, undefined, { signal: either }).catch(() => {});
      }
      await Promise.all([...kept.values()].map(({ running }) => running));
      if (failure && !stop.aborted) throw failure;
    });
  }

  private async read(
    kept: Map<string, Kept>,
    lease: Lease,
    signal: AbortSignal,
    { fail, reread }: Callbacks,
  ): Promise<void> {
    const { kinds, logger } = this.parts;
    let readings: SourceReading[];
    try {
      readings = await this.source.read(kinds, signal);
    } catch (error) {
      if (!signal.aborted) logger.error(`${this.source.name} could not be read: ${errorMessage(error)}`);
      return;
    }
    for (const reading of readings) {
      const before = kept.get(reading.environment);
      const indexed = indexReading(reading, before?.indexed);
      if (reading.error) logger.warn(reading.error);
      const { keeping } = before ?? this.keep(reading, kept, lease, signal, fail);
      kept.get(reading.environment)!.indexed = indexed;
      keeping.problems = indexed.problems;
      keeping.error = reading.error;
      keeping.reread = reread;
      keeping.live.adopt(indexed.index);
      await keeping.settled();
    }
    this.goneStale(readings, kept);
    await this.takeOutGone(readings, kept, lease);
  }

  private keep(
    { environment, type }: SourceReading,
    kept: Map<string, Kept>,
    lease: Lease,
    signal: AbortSignal,
    fail: (error: unknown) => void,
  ): Kept {
    const keeping = new EnvironmentKeeping(environment, type, this.parts, lease, new Set());
    const stop = new AbortController();
    const one: Kept = { keeping, stop, indexed: undefined as never, running: Promise.resolve() };
    one.running = keeping.run(AbortSignal.any([signal, stop.signal])).catch(fail);
    kept.set(environment, one);
    return one;
  }

  /** An environment that a reading no longer has, such as a folder that was removed, can't be relied on. */
  private goneStale(readings: readonly SourceReading[], kept: Map<string, Kept>): void {
    const present = new Set(readings.map(({ environment }) => environment));
    for (const [environment, one] of kept) {
      if (present.has(environment)) delete one.absentSince;
      else one.absentSince ??= this.now();
      if (present.has(environment) || one.keeping.error) continue;
      const error = `${this.source.name} no longer has ${environment}`;
      one.indexed = indexReading(
        { ...one.indexed.reading, environment, objects: [], states: new Map(), problems: [], error },
        one.indexed,
      );
      one.keeping.error = error;
      one.keeping.live.adopt(one.indexed.index);
    }
  }

  /** What readings have not had for long is no more: neither what was kept here, nor what is stored from earlier. */
  private async takeOutGone(readings: readonly SourceReading[], kept: Map<string, Kept>, lease: Lease): Promise<void> {
    const present = new Set(readings.map(({ environment }) => environment));
    const before = this.now() - goneAfter;
    for (const [environment, one] of kept) {
      if (one.absentSince === undefined || one.absentSince > before) continue;
      one.stop.abort();
      await one.running;
      kept.delete(environment);
      await takeOut(environment, this.parts, lease);
    }
    for (const { name, lease: of, at } of await this.parts.operations.list())
      if (of === this.name && !present.has(name) && !kept.has(name) && Date.parse(at) < before)
        await takeOut(name, this.parts, lease);
  }
}
