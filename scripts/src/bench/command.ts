// Measures the command on a folder of manifests, as a whole process, beside other tools if they are installed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { stringify } from 'yaml';
import { fleet, teamObjects } from '@maturity-roadmap/engine/testing';
/** One command's time. */
export interface CommandFigures {
  command: string;
  milliseconds: number;
  /** Against our first run; above 1 is slower. */
  ratio: number;
}

/** Writes manifests as teams keep them: one object in a file. */
export function writeManifests(folder: string, files: number): void {
  let written = 0;
  for (const { name, namespace } of fleet({ components: files })) {
    for (const object of teamObjects(written, name, namespace, '')) {
      const { uid: _, ...metadata } = object.metadata;
      const { status: __, ...manifest } = object as typeof object & { status?: unknown };
      writeFileSync(join(folder, `${object.kind.toLowerCase()}-${name}.yaml`), stringify({ ...manifest, metadata }));
      if (++written === files) return;
    }
  }
}

interface Contender {
  command: string;
  run: readonly [string, ...string[]];
  env?: Record<string, string>;
}

function timeOnce({ run: [program, ...args], env }: Contender): number | undefined {
  const start = performance.now();
  const { error } = spawnSync(program, args, { stdio: 'ignore', env: { ...process.env, ...env } });
  return error ? undefined : performance.now() - start;
}

/** The median of five rounds, in each of which all take their turn, so that what else the machine does meets them all. */
function timesOf(contenders: readonly Contender[]): { command: string; milliseconds: number }[] {
  const installed = contenders.filter(contender => timeOnce(contender) !== undefined);
  const rounds = Array.from({ length: 5 }, () => installed.map(contender => timeOnce(contender)!));
  return installed.map(({ command }, at) => ({
    command,
    milliseconds: rounds.map(times => times[at]).sort((a, b) => a - b)[2],
  }));
}

/**
 * Times the command, and each of the other tools that is on the path, over the same folder. The command is timed as on
 * a machine that has never run it, as pipelines do, and as on one that keeps what Node compiled.
 *
 * @param entry - script that starts the command
 */
export function measureCommand(entry: string, files: number): CommandFigures[] {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-bench-'));
  const cache = mkdtempSync(join(tmpdir(), 'maturity-bench-compiled-'));
  try {
    writeManifests(folder, files);
    const paths = readdirSync(folder).map(name => join(folder, name));
    const ours = [process.execPath, entry, 'score', folder] as const;
    const times = timesOf([
      { command: 'maturity, first run', run: ours, env: { NODE_DISABLE_COMPILE_CACHE: '1' } },
      { command: 'maturity, compiled code kept', run: ours, env: { NODE_COMPILE_CACHE: cache } },
      { command: 'kube-score', run: ['kube-score', 'score', ...paths] },
      { command: 'kube-linter', run: ['kube-linter', 'lint', folder] },
      { command: 'polaris', run: ['polaris', 'audit', '--audit-path', folder] },
    ]);
    return times.map(time => ({ ...time, ratio: time.milliseconds / times[0].milliseconds }));
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(cache, { recursive: true });
  }
}
