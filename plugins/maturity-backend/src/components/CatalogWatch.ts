// Keeps the components of the catalog at hand, and tells who listens when they change.
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ComponentMapper, errorMessage, sameContent } from '@maturity-roadmap/engine';
import { setTimeout as delay } from 'node:timers/promises';
import type { CatalogComponent, CatalogComponents } from './CatalogComponents';

/** The components at one instant. A component that did not change is the same object as before. */
export interface CatalogState {
  components: ReadonlyMap<string, CatalogComponent>;
  /** The same as before unless some component claims other workloads than before. */
  mapper: ComponentMapper;
}

/** Milliseconds between two looks at an empty catalog, as it is just after the start, and at one with components. */
const pauses = { empty: 3_000, filled: 30_000 };

const byName = (a: { component: string }, b: { component: string }) => (a.component < b.component ? -1 : 1);

/** Looks at the catalog again and again: of its events, none tells of an entity that came, changed or went. */
export class CatalogWatch {
  private state: CatalogState = { components: new Map(), mapper: new ComponentMapper([]) };
  private readonly listeners = new Set<(state: CatalogState) => void>();
  private hasRead = false;

  constructor(
    private readonly catalog: CatalogComponents,
    private readonly logger: LoggerService,
    private readonly pause = pauses,
  ) {}

  /** What was read last; empty before the first reading. */
  get current(): CatalogState {
    return this.state;
  }

  /** Whether the catalog was read at all. */
  get isRead(): boolean {
    return this.hasRead;
  }

  /**
   * Calls a listener now, if the catalog was read, and with each change.
   *
   * @returns ends it
   */
  listen(listener: (state: CatalogState) => void): () => void {
    this.listeners.add(listener);
    if (this.hasRead) listener(this.state);
    return () => void this.listeners.delete(listener);
  }

  /** Reads until the signal fires. Never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.read();
      } catch (error) {
        if (!signal.aborted) this.logger.warn(`the catalog can't be read: ${errorMessage(error)}`);
      }
      const pause = this.state.components.size > 0 ? this.pause.filled : this.pause.empty;
      await delay(pause, undefined, { signal }).catch(() => {});
    }
  }

  /** Reads once. */
  async read(): Promise<void> {
    const before = this.state;
    const components = new Map<string, CatalogComponent>();
    let isSame = true;
    let claimsSame = true;
    for await (const component of this.catalog.stream()) {
      const held = before.components.get(component.ref);
      const kept = held && sameContent(held, component) ? held : component;
      components.set(component.ref, kept);
      isSame &&= kept === held;
      claimsSame &&= sameContent(kept.selector, held?.selector);
    }
    isSame &&= components.size === before.components.size;
    claimsSame &&= components.size === before.components.size;
    const isFirst = !this.hasRead;
    this.hasRead = true;
    if (isSame && !isFirst) return;
    const mapper =
      claimsSame && !isFirst
        ? before.mapper
        : new ComponentMapper([...components.values()].map(({ selector }) => selector).sort(byName));
    this.state = { components, mapper };
    for (const listener of this.listeners) listener(this.state);
  }
}
