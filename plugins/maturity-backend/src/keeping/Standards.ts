// The roadmap and the checks as they are now, and the composer of reports that follows from them.
import type { Check } from '@maturity-roadmap/engine';
import { checksInOrder } from '@maturity-roadmap/engine';
import type { ContentStore } from '../content/ContentStore';
import { Composer } from '../store/Composer';

/** Gives out the same composer, and the same list of checks, until the roadmap changes. */
export class Standards {
  private latest?: Composer;
  private readonly ordered = new WeakMap<Composer, Check[]>();

  constructor(
    private readonly checks: readonly Check[],
    private readonly content: ContentStore,
  ) {}

  readonly composer = async (): Promise<Composer> => {
    const roadmap = await this.content.roadmap();
    if (this.latest?.roadmap === roadmap) return this.latest;
    const next = new Composer(this.checks, roadmap);
    if (!this.latest || this.latest.version !== next.version) this.latest = next;
    return this.latest;
  };

  /** The checks in the order of the roadmap. */
  async checksNow(): Promise<readonly Check[]> {
    const composer = await this.composer();
    let checks = this.ordered.get(composer);
    if (!checks) this.ordered.set(composer, (checks = checksInOrder(this.checks, composer.roadmap)));
    return checks;
  }
}
