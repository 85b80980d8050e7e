// Benchmarks: `yarn bench [--components 10000] [--only engine|checks|heap|command] [--all] [--json]`.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCommand } from './command';
import { measureChecks, measureEngine, measureHeap } from './engine';

const { values } = parseArgs({
  options: {
    components: { type: 'string', default: '10000' },
    only: { type: 'string' },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const components = Number(values.components);
if (!Number.isInteger(components) || components < 100) throw new Error('--components must be a number from 100');
const wants = (part: string) => values.only === undefined || values.only === part;
const round = (value: number, digits = 0) => Number(value.toFixed(digits));
const results: Record<string, unknown> = {};

function report(part: string, title: string, rows: object | readonly object[]): void {
  results[part] = rows;
  if (values.json) return;
  console.log(`\n${title}`);
  console.table(rows);
}

if (wants('engine')) {
  const half = measureEngine(components / 2);
  const whole = measureEngine(components);
  const rows = [half, whole].map(figures => ({
    components: figures.components,
    objects: figures.objects,
    'JSON (MB)': round(figures.jsonBytes / 1e6),
    'JSON.parse (ms)': round(figures.parse),
    'project (ms)': round(figures.project),
    'index (ms)': round(figures.index),
    'judge (ms)': round(figures.score),
    'judge / JSON.parse': round(figures.ratio, 2),
  }));
  report('engine', 'All checks over a fleet, one thread (goal: judge / JSON.parse at most 0.5)', rows);
  report('growth', 'Twice the fleet (goal: about 2)', { 'time of judging': round(whole.score / half.score, 2) });
}
if (wants('checks')) {
  const figures = measureChecks(Math.min(components, 2000));
  const rows = (values.all ? figures : figures.slice(0, 15)).map(({ check, microseconds }) => ({
    check,
    'µs for a workload': round(microseconds, 2),
  }));
  report('checks', 'Slowest checks', rows);
}
if (wants('heap')) {
  const { heapBytes, jsonBytes, ratio } = measureHeap(Math.min(components, 5000));
  const row = { 'heap (MB)': round(heapBytes / 1e6), 'JSON (MB)': round(jsonBytes / 1e6), ratio: round(ratio, 2) };
  report('heap', 'Heap retained by the index (goal: at most 0.35)', row);
}
if (wants('command')) {
  // The entry point lies in scripts/dist beside the bundle of the command's package.
  const entry = join(__dirname, '../../packages/cli/bin/maturity.cjs');
  const rows = measureCommand(entry, 5000).map(({ command, milliseconds, ratio }) => ({
    command,
    ms: round(milliseconds),
    'against our first run': round(ratio, 2),
  }));
  report('command', '5,000 manifests as a whole process (other tools where they are installed)', rows);
}
if (values.json) console.log(JSON.stringify(results, null, 2));
