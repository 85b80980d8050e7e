// Which components can be judged by some checks only: those that were judged by all of them before.
import type { Check, KindId } from '@maturity-roadmap/engine';
import type { CatalogComponent } from '../components/CatalogComponents';

/** Judgements by some checks after which a component is judged by all, so that what it reads is recorded afresh. */
const partialLimit = 100;

interface Whole {
  component: CatalogComponent;
  checks: readonly Check[];
  partial: number;
}

/** Remembers which components have been judged by all checks. */
export class PartialJudging {
  private readonly wholes = new Map<string, Whole>();

  /**
   * The checks that can see a change of objects of some kinds: those that declare to read one of them. All checks where
   * that would not be enough.
   *
   * @param kinds - undefined if anything may have changed
   * @returns undefined for all checks
   */
  checksFor(
    component: CatalogComponent,
    checks: readonly Check[],
    kinds: ReadonlySet<KindId> | undefined,
  ): readonly Check[] | undefined {
    const whole = this.wholes.get(component.ref);
    const isKnown = whole?.component === component && whole.checks === checks && whole.partial < partialLimit;
    if (!isKnown || !kinds) {
      this.wholes.set(component.ref, { component, checks, partial: 0 });
      return undefined;
    }
    whole.partial += 1;
    return checks.filter(({ reads }) => reads.some(kind => kinds.has(kind)));
  }

  /** What is judged next of a component is judged by all checks. */
  forget(component: string): void {
    this.wholes.delete(component);
  }
}
