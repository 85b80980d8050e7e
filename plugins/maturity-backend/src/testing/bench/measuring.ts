// How figures are taken.
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds by a clock that all processes share. */
export const clock = (): number => performance.timeOrigin + performance.now();

export const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

/** The value below which a share of all lies. */
export const quantile = (all: readonly number[], share: number): number =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))];

/** p50, p95 and p99. */
export const spread = (all: readonly number[]): Record<string, number> =>
  Object.fromEntries([50, 95, 99].map(share => [`p${share}`, round(quantile(all, share / 100), 1)]));

/** p95 of the milliseconds that something takes. */
export async function timeOf(work: () => Promise<unknown>, rounds = 40): Promise<number> {
  await work();
  const times: number[] = [];
  for (let at = 0; at < rounds; at++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return round(quantile(times, 0.95), 1);
}

/** Milliseconds between two samples of the event loop. */
const resolution = 5;

/** Watches how long the event loop is held: by the clock, and by the processor time of this thread alone. */
export class LoopDelay {
  private readonly histogram = monitorEventLoopDelay({ resolution });
  private busy: number[] = [];
  private last = process.threadCpuUsage();

  constructor() {
    this.histogram.enable();
    // Where other programs share the machine, the clock also counts the time that they had.
    setInterval(() => {
      const now = process.threadCpuUsage();
      this.busy.push((now.user + now.system - this.last.user - this.last.system) / 1e3);
      this.last = now;
    }, resolution).unref();
  }

  /** What was seen since the last call. */
  take(): Record<string, number> {
    const { histogram, busy } = this;
    const beyond = (nanoseconds: number) => round(Math.max(0, nanoseconds / 1e6 - resolution), 1);
    const figures = {
      'event loop held, p99 (ms, goal 20)': beyond(histogram.percentile(99)),
      'event loop held, most (ms)': beyond(histogram.max),
      'of processor time, p99 (ms)': round(quantile(busy, 0.99) ?? 0, 1),
      'of processor time, most (ms)': round(
        busy.reduce((most, one) => Math.max(most, one), 0),
        1,
      ),
    };
    histogram.reset();
    this.busy = [];
    return figures;
  }
}
