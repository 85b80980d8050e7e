// Shares the keepers among replicas: each is run by the one that holds its lease.
import { setTimeout as delay } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { errorMessage } from '@maturity-roadmap/engine';
import { Backoff } from '../source/cluster/Backoff';
import type { Lease, Leases } from '../store/Leases';
import { LeaseLostError } from '../store/Leases';
import type { Keeper } from './Keeper';

/** What it takes to share keepers. */
export interface KeepersParts {
  leases: Leases;
  /** The keepers that there are now. Rejects if that can't be told just now. */
  list(signal: AbortSignal): Promise<readonly Keeper[]>;
  /** Those that there are whatever the list says. */
  fallback?: readonly Keeper[];
  logger: LoggerService;
  /** Milliseconds between two renewals. */
  heartbeat?: number;
  /** Milliseconds after which the list is asked for again. */
  listEvery?: number;
}

interface Running {
  lease: Lease;
  stop: AbortController;
  done: Promise<void>;
}

/** Milliseconds after which it is asked again what there is. */
const listPause = 60_000;
/** Leases taken at one heartbeat, so that replicas that start together share them. */
const takenAtOnce = 4;

/** Runs the keepers whose leases this replica holds. */
export class Keepers {
  private known: readonly Keeper[] = [];
  private listedAt = -Infinity;
  private readonly running = new Map<string, Running>();

  constructor(private readonly parts: KeepersParts) {
    this.known = parts.fallback ?? [];
  }

  /** Names of all that there are; undefined where the list could not be read of late. */
  get names(): ReadonlySet<string> | undefined {
    const { listEvery = listPause } = this.parts;
    if (performance.now() - this.listedAt > 3 * listEvery) return undefined;
    return new Set(this.known.map(({ name }) => name));
  }

  /** Runs until the signal fires; then ends all work and gives the leases back. */
  async run(signal: AbortSignal): Promise<void> {
    const { heartbeat = 3_000, logger } = this.parts;
    while (!signal.aborted) {
      try {
        await this.beat(signal);
      } catch (error) {
        if (!signal.aborted) logger.warn(`leases could not be renewed: ${errorMessage(error)}`);
      }
      await delay(heartbeat, undefined, { signal }).catch(() => {});
    }
    const ending = [...this.running.values()];
    for (const { stop } of ending) stop.abort();
    await Promise.all(ending.map(({ done }) => done));
    await this.parts.leases.release(ending.map(({ lease }) => lease)).catch(() => {});
  }

  private async beat(signal: AbortSignal): Promise<void> {
    const { leases } = this.parts;
    const held = await leases.renew([...this.running.values()].map(({ lease }) => lease));
    for (const [name, { stop }] of this.running) if (!held.has(name)) stop.abort();
    await this.refresh(signal);
    const names = new Set(this.known.map(({ name }) => name));
    for (const [name, { stop }] of this.running) if (!names.has(name)) stop.abort();
    let taken = 0;
    for (const keeper of this.known) {
      if (taken === takenAtOnce || signal.aborted) return;
      if (this.running.has(keeper.name)) continue;
      const lease = await leases.acquire(keeper.name);
      if (!lease) continue;
      taken += 1;
      this.start(keeper, lease);
    }
  }

  private async refresh(signal: AbortSignal): Promise<void> {
    const { list, listEvery = listPause, logger } = this.parts;
    if (performance.now() - this.listedAt < listEvery) return;
    try {
      const byName = new Map(this.known.map(keeper => [keeper.name, keeper]));
      // A keeper that is known stays the same, whatever it remembers.
      this.known = (await list(signal)).map(keeper => byName.get(keeper.name) ?? keeper);
      this.listedAt = performance.now();
    } catch (error) {
      // Those that are known are still kept.
      if (!signal.aborted) logger.warn(`sources can't be listed: ${errorMessage(error)}`);
    }
  }

  private start(keeper: Keeper, lease: Lease): void {
    const stop = new AbortController();
    const done = this.keep(keeper, lease, stop.signal).finally(() => this.running.delete(keeper.name));
    this.running.set(keeper.name, { lease, stop, done });
    this.parts.logger.info(`keeps ${keeper.name}`, { term: lease.term });
  }

  private async keep(keeper: Keeper, lease: Lease, signal: AbortSignal): Promise<void> {
    const backoff = new Backoff({ first: 1_000, most: 60_000 });
    while (!signal.aborted) {
      try {
        await keeper.run(lease, signal);
        if (!signal.aborted) await backoff.wait(signal);
      } catch (error) {
        if (signal.aborted) return;
        this.parts.logger.warn(`${keeper.name} stopped: ${errorMessage(error)}`);
        if (error instanceof LeaseLostError) return;
        await backoff.wait(signal).catch(() => {});
      }
    }
  }
}
