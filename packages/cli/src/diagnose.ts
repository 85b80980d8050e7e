// `maturity diagnose`: says why pods of a cluster's dump do not run.
import type { Cause } from '@maturity-roadmap/engine';
import { diagnoseWorkload, formatRef, indexManifests, resolveWorkloads } from '@maturity-roadmap/engine';
import { readManifests } from './readInput';

/** A workload with what is wrong with it. */
interface Diagnosed {
  name: string;
  causes: readonly Cause[];
}

function describe({ title, explanation, evidence, command }: Cause): string[] {
  const rows = evidence.map(
    ({ object, path, observed }) => `      ${object.kind} ${object.name} ${path} = ${observed}`,
  );
  return [`  ${title}`, ...(explanation ? [`    ${explanation}`] : []), ...rows, `    $ ${command}`];
}

/**
 * The diagnosis of all workloads in files and folders, as text.
 *
 * @param now - instant to give to the observation
 * @throws Error if a path does not exist
 */
export function diagnose(paths: readonly string[], now: Date): string {
  const { objects, problems } = readManifests(paths);
  const { index } = indexManifests('dump', objects, now.toISOString());
  const workloads = resolveWorkloads(index);
  const diagnosed: Diagnosed[] = workloads
    .map(workload => ({ name: formatRef(workload.ref).replace(/^dump\//, ''), ...diagnoseWorkload(workload, index) }))
    .filter(({ causes }) => causes.length > 0);
  const limits = workloads[0] ? diagnoseWorkload(workloads[0], index).limits : [];
  const lines = diagnosed.flatMap(({ name, causes }) => [name, ...causes.flatMap(describe), '']);
  return [
    ...lines,
    `${diagnosed.length} of ${workloads.length} workloads have something that keeps them from running.`,
    ...limits.map(limit => `Not looked at: ${limit}`),
    ...problems.map(({ file, line, message }) => `${file}:${line}: ${message}`),
  ].join('\n');
}
