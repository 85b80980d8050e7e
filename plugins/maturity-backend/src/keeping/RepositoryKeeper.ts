// Keeps what components' repositories say, and what must be done once for all: forgetting components that are gone.
import type { VerdictRecord } from '@maturity-roadmap/engine';
import { judgeComponent, repositoryEnvironment } from '@maturity-roadmap/engine';
import { setImmediate as giveWay, setTimeout as delay } from 'node:timers/promises';
import type { CatalogComponent } from '../components/CatalogComponents';
import type { CatalogState } from '../components/CatalogWatch';
import type { RepositorySource } from '../source/RepositorySource';
import type { Lease } from '../store/Leases';
import { restoreWorkload } from '../store/storedWorkloads';
import type { KeepingParts } from './EnvironmentKeeping';
import { every } from './every';
import type { Keeper } from './Keeper';
import { together } from './together';

/** What keeping repositories takes. */
export interface RepositoryKeeperParts extends KeepingParts {
  repositories: RepositorySource;
  everyMinutes: number;
}

/** Components read and stored at once. */
const batchSize = 40;
/** Milliseconds between looks for what someone asks for. */
const duePause = 1_000;
/** Milliseconds after which a component that the catalog does not have is forgotten. */
const absentFor = 60_000;

const newAmong = (components: CatalogState['components'], known: CatalogState['components']) =>
  [...components.values()].filter(({ ref }) => !known.has(ref));

/** Keeps repositories. */
export class RepositoryKeeper implements Keeper {
  readonly name = 'repositories';
  /** Components with a report that the catalog does not have, and since when. */
  private readonly absent = new Map<string, number>();

  constructor(private readonly parts: RepositoryKeeperParts) {}

  async run(lease: Lease, signal: AbortSignal): Promise<void> {
    await together(
      signal,
      stop => this.readAll(lease, stop),
      stop => every(duePause, stop, () => this.answerRequests(lease, stop)),
    );
  }

  /** Reads all repositories in turn, over and over; new components at once. */
  private async readAll(lease: Lease, signal: AbortSignal): Promise<void> {
    const { catalog, everyMinutes } = this.parts;
    let known: CatalogState['components'] = new Map();
    for (let nextRound = 0; !signal.aborted; await delay(duePause, undefined, { signal }).catch(() => {})) {
      if (!catalog.isRead) continue;
      const { components } = catalog.current;
      const isRound = performance.now() >= nextRound;
      if (isRound) nextRound = performance.now() + everyMinutes * 60_000;
      await this.judge(isRound ? [...components.values()] : newAmong(components, known), lease, signal);
      if (isRound || components !== known || this.absent.size > 0) await this.forgetAbsent(components);
      known = components;
    }
  }

  /** A component that is out of the catalog for a while is gone; for a moment, the catalog may just be starting. */
  private async forgetAbsent(components: CatalogState['components']): Promise<void> {
    if (components.size === 0) return;
    const stored = await this.parts.reports.refs();
    const now = performance.now();
    for (const ref of stored) if (!components.has(ref) && !this.absent.has(ref)) this.absent.set(ref, now);
    for (const ref of [...this.absent.keys()]) if (components.has(ref)) this.absent.delete(ref);
    const gone = [...this.absent].filter(([, since]) => now - since >= absentFor).map(([ref]) => ref);
    if (gone.length === 0) return;
    for (const ref of gone) stored.delete(ref);
    await this.parts.reports.retain(stored);
    for (const ref of gone) this.absent.delete(ref);
  }

  private async answerRequests(lease: Lease, signal: AbortSignal): Promise<void> {
    const { recheck, catalog } = this.parts;
    const due = await recheck.due(repositoryEnvironment, batchSize);
    if (due.length === 0) return;
    const components = due.flatMap(({ ref }) => catalog.current.components.get(ref) ?? []);
    await this.judge(components, lease, signal);
    await recheck.done(repositoryEnvironment, due);
  }

  private async judge(components: readonly CatalogComponent[], lease: Lease, signal: AbortSignal): Promise<void> {
    for (let at = 0; at < components.length && !signal.aborted; at += batchSize)
      await this.judgeSome(components.slice(at, at + batchSize), lease, signal);
  }

  private async judgeSome(components: readonly CatalogComponent[], lease: Lease, signal: AbortSignal): Promise<void> {
    const { recheck, repositories, reports, standards, onReports } = this.parts;
    const checks = (await standards.checksNow()).filter(({ subject }) => subject === 'repository');
    const [workloads, indexes] = await Promise.all([
      recheck.workloadsOf(components.map(({ ref }) => ref)),
      Promise.all(components.map(component => repositories.read(component, signal))),
    ]);
    if (signal.aborted) return;
    const inputs = [];
    for (const [at, component] of components.entries()) {
      const { ref, dockerfile, entity } = component;
      const repository = indexes[at];
      const subject = {
        ref,
        workloads: workloads.get(ref)!.flatMap(stored => restoreWorkload(stored) ?? []),
        repository,
        ...(entity ? { entity } : {}),
        ...(dockerfile ? { dockerfile } : {}),
      };
      const { observedAt } = repository;
      const records: VerdictRecord[] = judgeComponent(subject, { observedAt, clusters: new Map() }, checks);
      const environment = repositoryEnvironment;
      inputs.push({ component, environment, observedAt, provisional: false, records, workloads: [] });
      await giveWay();
    }
    const changed = await reports.save(inputs, lease);
    if (changed.length > 0) onReports(changed);
  }
}
