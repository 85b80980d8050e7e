// Forgets components that have left the catalog.
import type { CatalogState } from '../components/CatalogWatch';
import type { ReportStore } from '../store/ReportStore';

/** Milliseconds after which a component that the catalog does not have is forgotten. */
const absentFor = 60_000;

/** Knows which components have a report but no entity, and since when. */
export class AbsentComponents {
  private readonly since = new Map<string, number>();
  private looked?: CatalogState['components'];

  constructor(private readonly reports: Pick<ReportStore, 'refs' | 'retain'>) {}

  /** A component that is out of the catalog for a while is gone; for a moment, the catalog may just be starting. */
  async forget(components: CatalogState['components']): Promise<void> {
    if (components.size === 0 || (this.looked === components && this.since.size === 0)) return;
    this.looked = components;
    const stored = await this.reports.refs();
    const now = performance.now();
    for (const ref of stored) if (!components.has(ref) && !this.since.has(ref)) this.since.set(ref, now);
    for (const ref of [...this.since.keys()]) if (components.has(ref)) this.since.delete(ref);
    const gone = [...this.since].filter(([, since]) => now - since >= absentFor).map(([ref]) => ref);
    if (gone.length === 0) return;
    for (const ref of gone) stored.delete(ref);
    await this.reports.retain(stored);
    for (const ref of gone) this.since.delete(ref);
  }
}
