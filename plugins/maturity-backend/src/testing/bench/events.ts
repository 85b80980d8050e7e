// Changes in the cluster until their verdicts are stored, one at a time and many.
import { setTimeout as delay } from 'node:timers/promises';
import type { VerdictRecord } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import { recordsOf } from '../../store/reportRows';
import type { PartRow } from '../../store/rows';
import { refOf } from '../refOf';
import type { LoopDelay } from './measuring';
import { clock, quantile, round, spread } from './measuring';
import type { FleetProcess } from './FleetProcess';
import type { FleetAnswer } from './servedFleet';
import { turned } from './turned';

/** Milliseconds after which two changes of a component that undo each other no longer count as waiting. */
const undoneAfter = 5_000;

/** When the report of each component was stored last, and which changes wait for that. */
export class StoredTimes {
  readonly reported = new Map<string, number>();
  /** Milliseconds from each change until it was stored. */
  took: number[] = [];
  private readonly waiting = new Map<string, (at: number) => void>();
  private readonly behind = new Map<string, number>();

  reports(refs: readonly string[]): void {
    const at = clock();
    for (const ref of refs) {
      this.reported.set(ref, at);
      this.waiting.get(ref)?.(at);
      this.end(ref, at);
    }
  }

  /** What was judged without any difference: that of neighbours, or of changes that undid each other. */
  stored(refs: readonly string[]): void {
    const at = clock();
    for (const ref of refs) if (at - (this.behind.get(ref) ?? at) > undoneAfter) this.end(ref, at);
  }

  /** The instant of the next report of a component. */
  next(ref: string): Promise<number> {
    return new Promise(resolve => void this.waiting.set(ref, resolve));
  }

  /** A change that turns a verdict. Whoever makes it tells of it now and then, perhaps once it has been stored. */
  changed(ref: string, at: number): void {
    const reported = this.reported.get(ref) ?? 0;
    if (!this.behind.has(ref)) this.behind.set(ref, at);
    if (reported >= at) this.end(ref, reported);
  }

  /** Milliseconds since the oldest change that is not stored; 0 if all are. */
  lag(): number {
    const [oldest] = this.behind.values();
    return oldest === undefined ? 0 : Math.max(0, clock() - oldest);
  }

  private end(ref: string, at: number): void {
    const since = this.behind.get(ref);
    if (since === undefined) return;
    this.behind.delete(ref);
    this.took.push(Math.max(0, at - since));
  }
}

/** One change after the other, with nothing else going on. */
export async function oneEvent(fleet: FleetProcess, times: StoredTimes, components: number) {
  const took: number[] = [];
  for (let at = 0; at < 300; at++) {
    const number = (at * 31) % components;
    const arrived = times.next(refOf(`service-${number}`));
    const { at: changed } = await fleet.ask<Extract<FleetAnswer, { at: number }>>({ change: number });
    took.push((await arrived) - changed);
    await delay(10);
  }
  return spread(took);
}

const verdictOf = (records: readonly VerdictRecord[]) => records.find(({ check }) => check === turned)?.verdict ?? '';

/** Components whose stored verdict is another than a judgement from nothing finds. */
async function wrong(fleet: FleetProcess, knex: Knex): Promise<number> {
  const { verdicts } = await fleet.ask<Extract<FleetAnswer, { verdicts: unknown }>>({ judge: true });
  let found = 0;
  for (const [ref, expected] of verdicts) {
    const row = await knex<PartRow>('maturity_parts').where({ component_ref: ref, environment: 'fleet' }).first();
    if (!row || verdictOf(recordsOf(row)) !== expected) found += 1;
  }
  return found;
}

/** 500 changes a second, each of which turns a verdict. */
export async function manyEvents(
  fleet: FleetProcess,
  times: StoredTimes,
  loop: LoopDelay,
  { knex, rate, seconds, turns }: { knex: Knex; rate: number; seconds: number; turns: number[] },
) {
  const lags: number[] = [];
  turns.length = 0;
  times.took = [];
  loop.take();
  const before = process.cpuUsage();
  const sampling = setInterval(() => lags.push(times.lag()), 50);
  const offered = await fleet.drive(rate, seconds, (changed, at) => times.changed(refOf(changed), at));
  const figures = loop.take();
  clearInterval(sampling);
  const ended = clock();
  while (times.lag() > 0 && clock() - ended < 120_000) await delay(20);
  const caughtUp = clock() - ended;
  const { user, system } = process.cpuUsage(before);
  await delay(1_000);
  return {
    'events a second, offered': round(offered / seconds),
    seconds,
    'lag p50 (ms)': round(quantile(lags, 0.5)),
    'lag p99 (ms, goal 1000)': round(quantile(lags, 0.99)),
    'lag most (ms)': round(Math.max(...lags)),
    'a change to its verdict stored, p50 (ms)': round(quantile(times.took, 0.5)),
    'the same, p99 (ms)': round(quantile(times.took, 0.99)),
    'caught up after (ms)': round(caughtUp),
    'processor time for an event (ms)': round((user + system) / 1e3 / offered, 2),
    'components that differ from a full recompute': await wrong(fleet, knex),
    'longest turn of judging (ms, goal 20)': round(Math.max(0, ...turns), 1),
    ...figures,
    'most resident (MB)': round(process.resourceUsage().maxRSS / 1e3),
  };
}
