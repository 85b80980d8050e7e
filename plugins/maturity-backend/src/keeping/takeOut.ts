// Takes an environment that is no more out of all reports.
import type { CatalogWatch } from '../components/CatalogWatch';
import type { Lease } from '../store/Leases';
import type { OperationStore } from '../store/OperationStore';
import type { ReportStore } from '../store/ReportStore';
import type { SourceStore } from '../store/SourceStore';

/** What taking out touches. */
export interface TakeOutParts {
  reports: ReportStore;
  sources: SourceStore;
  operations: OperationStore;
  catalog: CatalogWatch;
  onReports(refs: readonly string[]): void;
}

/** Milliseconds after which what is out of a list is no more: for a while it may just not be listed. */
export const goneAfter = 15 * 60_000;

const batchSize = 40;

/** Says in each report that the environment has no workloads any more, and forgets its state. */
export async function takeOut(environment: string, parts: TakeOutParts, lease: Lease): Promise<void> {
  const { sources, reports, operations, catalog, onReports } = parts;
  const refs = await sources.componentsIn(environment);
  const gone = { environment, observedAt: new Date().toISOString(), provisional: false, records: [], workloads: [] };
  for (let at = 0; at < refs.length; at += batchSize) {
    const inputs = refs.slice(at, at + batchSize).flatMap(ref => {
      const component = catalog.current.components.get(ref);
      return component ? [{ ...gone, component }] : [];
    });
    onReports(await reports.save(inputs, lease));
  }
  await sources.remove(environment);
  await operations.remove(environment);
}
