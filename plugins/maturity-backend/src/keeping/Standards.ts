// The roadmap and the checks as they are now, and the composer of reports that follows from them.
import type { Check } from '@maturity-roadmap/engine';
import { checksInOrder } from '@maturity-roadmap/engine';
import type { ContentStore } from '../content/ContentStore';
import { Composer } from '../store/Composer';

/** Gives out the same composer, and the same list of checks, until the roadmap or the checks change. */
export class Standards {
  private latest?: { composer: Composer; checks: readonly Check[]; ordered: readonly Check[] };

  constructor(
    private current: readonly Check[],
    private readonly content: ContentStore,
  ) {}

  /** The checks in no order. */
  get checks(): readonly Check[] {
    return this.current;
  }

  /** Judges by other checks from now on. */
  use(checks: readonly Check[]): void {
    this.current = checks;
  }

  readonly composer = async (): Promise<Composer> => (await this.now()).composer;

  /** The checks in the order of the roadmap. */
  async checksNow(): Promise<readonly Check[]> {
    return (await this.now()).ordered;
  }

  private async now() {
    const roadmap = await this.content.roadmap();
    const checks = this.current;
    const { latest } = this;
    if (latest?.composer.roadmap === roadmap && latest.checks === checks) return latest;
    const composer = new Composer(checks, roadmap);
    const isSame = latest?.checks === checks && latest.composer.version === composer.version;
    if (isSame) return latest;
    this.latest = { composer, checks, ordered: checksInOrder(checks, roadmap) };
    return this.latest;
  }
}
