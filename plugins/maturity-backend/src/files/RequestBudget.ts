// Spends the requests that each host of repositories may be asked in an hour, and leaves a host in trouble alone.
import { failureOf } from './failureOf';

/** How much may be asked. */
export interface BudgetOptions {
  /** Requests an hour to a host that `hosts` does not name. */
  perHour: number;
  hosts: ReadonlyMap<string, number>;
}

/** What is known of one host; plain data, so that it outlives a restart. */
export interface HostUse {
  host: string;
  /** Requests by minute since 1970, of the last hour. */
  minutes: Record<number, number>;
  /** Failures in a row for which the host as a whole may be to blame. */
  failures: number;
  /** Milliseconds since 1970 before which it is not asked. */
  pausedUntil?: number;
  lastError?: string;
}

/** Requests of one reading at most: whether something changed, and the archive. */
export const ofOneReading = 2;

const minute = 60_000;
/** Minutes in which the requests of an hour may be spent, should all be due at once. */
const spreadOver = 10;
/** Share of the budget that rounds leave to people who wait for an answer. */
const keptForPeople = 0.1;
/** Failures in a row after which a host that answers 5xx is left alone: before that it may be one repository. */
const patience = 3;
const pauses = { first: 30_000, most: 60 * minute };

const oldestMinute = (now: number) => Math.floor(now / minute) - 59;

/** Requests that a host was asked in the last hour. */
export function spentOf({ minutes }: HostUse, now: number): number {
  const recent = Object.entries(minutes).filter(([at]) => Number(at) >= oldestMinute(now));
  return recent.reduce((sum, [, requests]) => sum + requests, 0);
}

/** Requests of the last hour by host, with pauses after refusals. */
export class RequestBudget {
  private readonly uses = new Map<string, HostUse>();

  constructor(
    private readonly options: BudgetOptions,
    private readonly now: () => number = Date.now,
    private readonly random: () => number = Math.random,
  ) {}

  /** Goes on from what another process spent. */
  restore(uses: readonly HostUse[]): void {
    for (const use of uses) this.uses.set(use.host, { ...use, minutes: { ...use.minutes } });
  }

  /** Requests an hour that a host may be asked. */
  perHour(host: string): number {
    return this.options.hosts.get(host) ?? this.options.perHour;
  }

  /**
   * Whether a host may be asked now.
   *
   * @param forPerson - someone waits for the answer, so what is kept for that may be spent
   */
  mayAsk(host: string, forPerson = false): boolean {
    const use = this.uses.get(host);
    if (!use) return true;
    if ((use.pausedUntil ?? 0) > this.now()) return false;
    const perHour = this.perHour(host);
    const spent = this.spent(use) + ofOneReading;
    if (forPerson) return spent <= perHour;
    const latest = (use.minutes[Math.floor(this.now() / minute)] ?? 0) + ofOneReading;
    const inMinute = Math.max(ofOneReading, perHour / spreadOver);
    return latest <= inMinute && spent <= Math.max(ofOneReading, perHour * (1 - keptForPeople));
  }

  /** Notes requests that are made; fewer than none are given back. */
  spend(host: string, requests: number): void {
    const use = this.of(host);
    const at = Math.floor(this.now() / minute);
    use.minutes[at] = (use.minutes[at] ?? 0) + requests;
  }

  /** The host answered as it should. */
  succeeded(host: string): void {
    const use = this.of(host);
    use.failures = 0;
    delete use.pausedUntil;
    delete use.lastError;
  }

  /** The host answered with an error. One that is about a single repository pauses nothing. */
  failed(host: string, error: unknown): void {
    const { kind, message, retryAfter = 0 } = failureOf(error);
    if (kind === 'refused') return;
    const use = this.of(host);
    use.failures += 1;
    use.lastError = message;
    const inRow = kind === 'limited' ? use.failures - 1 : use.failures - patience;
    if (inRow < 0 && retryAfter === 0) return;
    // Half of it is random, so that several installations do not come back together.
    const full = Math.min(pauses.most, pauses.first * 2 ** Math.max(0, inRow));
    use.pausedUntil = this.now() + Math.max(retryAfter, full * (0.5 + this.random() / 2));
  }

  /** What is known of each host, sorted. */
  states(): HostUse[] {
    const uses = [...this.uses.values()].sort((a, b) => (a.host < b.host ? -1 : 1));
    return uses.map(use => ({ ...use, minutes: { ...use.minutes } }));
  }

  private spent(use: HostUse): number {
    const oldest = oldestMinute(this.now());
    for (const at of Object.keys(use.minutes)) if (Number(at) < oldest) delete use.minutes[Number(at)];
    return spentOf(use, this.now());
  }

  private of(host: string): HostUse {
    let use = this.uses.get(host);
    if (!use) this.uses.set(host, (use = { host, minutes: {}, failures: 0 }));
    return use;
  }
}
