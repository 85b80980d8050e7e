// Which components can be judged by some checks only: those that were judged by all of them before.
import { fieldsOf } from '@maturity-roadmap/checks';
import type { Check } from '@maturity-roadmap/engine';
import type { CatalogComponent } from '../components/CatalogComponents';
import type { ChangedPlace, Changes } from './Changes';
import { ownWorkload } from './Changes';

/** Judgements by some checks after which a component is judged by all, so that what it reads is recorded afresh. */
const partialLimit = 100;

interface Whole {
  component: CatalogComponent;
  checks: readonly Check[];
  partial: number;
}

const looksAt = (check: Check, place: ChangedPlace) =>
  place === ownWorkload ? check.subject === 'workload' : check.reads.includes(place);

/**
 * Whether a check can tell that something changed: it looks there, and names a field that differs. What a check names
 * whose source is not known here can't be told, so it may read anything.
 */
function sees(check: Check, changes: Changes): boolean {
  const own = fieldsOf(check.id);
  for (const [place, fields] of changes) {
    if (!looksAt(check, place)) continue;
    if (!fields || !own) return true;
    for (const field of fields) if (own.has(field)) return true;
  }
  return false;
}

/** Remembers which components have been judged by all checks. */
export class PartialJudging {
  private readonly wholes = new Map<string, Whole>();

  /**
   * The checks that can see what changed. All checks where that would not be enough.
   *
   * @param changes - undefined if anything may have changed
   * @returns undefined for all checks
   */
  checksFor(
    component: CatalogComponent,
    checks: readonly Check[],
    changes: Changes | undefined,
  ): readonly Check[] | undefined {
    const whole = this.wholes.get(component.ref);
    const isKnown = whole?.component === component && whole.checks === checks && whole.partial < partialLimit;
    if (!isKnown || !changes) {
      this.wholes.set(component.ref, { component, checks, partial: 0 });
      return undefined;
    }
    whole.partial += 1;
    return checks.filter(check => sees(check, changes));
  }

  /** What is judged next of a component is judged by all checks. */
  forget(component: string): void {
    this.wholes.delete(component);
  }
}
