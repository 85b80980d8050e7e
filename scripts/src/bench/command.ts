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
  /** Against ours; above 1 is slower. */
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

function timeOf(command: string, args: readonly string[]): number | undefined {
  const times: number[] = [];
  for (let round = 0; round < 4; round++) {
    const start = performance.now();
    const { error } = spawnSync(command, args, { stdio: 'ignore' });
    if (error) return undefined;
    if (round > 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[1];
}

/** Times the command, and each of the other tools that is on the path, over the same folder. */
export function measureCommand(bundle: string, files: number): CommandFigures[] {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-bench-'));
  try {
    writeManifests(folder, files);
    const paths = readdirSync(folder).map(name => join(folder, name));
    const ours = timeOf(process.execPath, [bundle, 'score', folder])!;
    const others: [string, string[]][] = [
      ['kube-score', ['score', ...paths]],
      ['kube-linter', ['lint', folder]],
      ['polaris', ['audit', '--audit-path', folder]],
    ];
    return [
      { command: 'maturity', milliseconds: ours, ratio: 1 },
      ...others.flatMap(([command, args]) => {
        const milliseconds = timeOf(command, args);
        return milliseconds === undefined ? [] : [{ command, milliseconds, ratio: milliseconds / ours }];
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
