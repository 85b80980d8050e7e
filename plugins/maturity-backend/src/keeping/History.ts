// Keeps the history: counts for each day, what is too old forgotten, clusters that are no more taken out of reports.
import type { ReportStore } from '../store/ReportStore';
import type { HistoryStore } from '../store/HistoryStore';
import type { Lease } from '../store/Leases';
import type { SourceStore } from '../store/SourceStore';
import type { CatalogWatch } from '../components/CatalogWatch';
import { every } from './every';
import type { Keeper } from './Keeper';

/** What keeping history takes. */
export interface HistoryParts {
  store: HistoryStore;
  reports: ReportStore;
  sources: SourceStore;
  catalog: CatalogWatch;
  /** Days that history is kept. */
  days: number;
  onReports(refs: readonly string[]): void;
}

const countEvery = 30 * 60_000;
/** A cluster that is out of the list for a while may be one whose list could not be read. */
const goneAfter = 15 * 60_000;
const batchSize = 40;
const day = 24 * 60 * 60_000;

/** Keeps history. */
export class History implements Keeper {
  readonly name = 'history';

  constructor(private readonly parts: HistoryParts) {}

  async run(lease: Lease, signal: AbortSignal): Promise<void> {
    await every(countEvery, signal, async () => {
      const now = new Date();
      await this.parts.store.rollUp(now.toISOString().slice(0, 10));
      await this.parts.store.forgetBefore(new Date(now.getTime() - this.parts.days * day));
      await this.takeOut(new Date(now.getTime() - goneAfter), lease);
    });
  }

  private async takeOut(since: Date, lease: Lease): Promise<void> {
    const { sources, reports, catalog, onReports } = this.parts;
    for (const environment of await sources.unseenSince(since)) {
      const refs = await sources.componentsIn(environment);
      for (let at = 0; at < refs.length; at += batchSize) {
        const gone = {
          environment,
          observedAt: new Date().toISOString(),
          provisional: false,
          records: [],
          workloads: [],
        };
        const inputs = refs.slice(at, at + batchSize).flatMap(ref => {
          const component = catalog.current.components.get(ref);
          return component ? [{ ...gone, component }] : [];
        });
        onReports(await reports.save(inputs, lease));
      }
      await sources.remove(environment);
    }
  }
}
