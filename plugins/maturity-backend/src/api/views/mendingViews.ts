// What mending a component takes and does: patches as diffs, their effects, blockers in the order worth taking.
import type { BlockerEffects, PatchView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Blocker, Fix, KubernetesObject, Report } from '@maturity-roadmap/engine';
import { effectOfMending, fixDiff, formatRef } from '@maturity-roadmap/engine';
import type { Roadmap } from '@maturity-roadmap/roadmap';
import type { Insight } from '../../scoring/Insight';
import type { StoredWorkload } from '../../store/storedWorkloads';

/** The command that makes the change; the shell takes the patch as it is. */
function commandOf({ object, operations }: Fix): string {
  const namespace = object.namespace ? ` -n ${object.namespace}` : '';
  const patch = JSON.stringify(operations).replaceAll("'", `'\\''`);
  return `kubectl patch ${object.kind.toLowerCase()} ${object.name}${namespace} --type=json -p '${patch}'`;
}

/**
 * The changes that would mend what fails, by check. What is the same in several environments is one change.
 *
 * @param workloads - of all environments, as they were stored
 */
export function patchViews(
  report: Report,
  workloads: readonly StoredWorkload[],
  insights: readonly Insight[],
): Record<string, PatchView[]> {
  const objects = new Map<string, KubernetesObject>(workloads.map(({ ref, object }) => [formatRef(ref), object]));
  for (const { record, object } of fixedOthers(report, insights)) objects.set(formatRef(record.object), object);
  const deliveries = new Map(
    insights.flatMap(insight => insight.deliveries.map(one => [formatRef(one.object), one] as const)),
  );
  const byCheck: Record<string, Map<string, PatchView>> = {};
  for (const { check, fix } of report.verdicts) {
    if (!fix) continue;
    const object = objects.get(formatRef(fix.object));
    const diff = object && fixDiff(object, fix.operations);
    const delivery = deliveries.get(formatRef(fix.object));
    const command = commandOf(fix);
    const found = (byCheck[check] ??= new Map());
    const key = JSON.stringify([command, diff]);
    const known = found.get(key);
    if (known) known.environments.push(fix.object.cluster);
    else
      found.set(key, {
        object: fix.object,
        environments: [fix.object.cluster],
        command,
        ...(diff ? { diff } : {}),
        ...(delivery ? { delivery } : {}),
      });
  }
  return Object.fromEntries(Object.entries(byCheck).map(([check, found]) => [check, [...found.values()]]));
}

/** Objects that fixes name and that are no workloads: each environment keeps its own beside the verdicts. */
function fixedOthers(report: Report, insights: readonly Insight[]) {
  const fixes = report.verdicts.flatMap(({ fix, environment }) => (fix ? [{ object: fix.object, environment }] : []));
  return fixes.flatMap(record => {
    const { kind, namespace, name, cluster } = record.object;
    const insight = insights.find(one => one.environment === cluster);
    const object = insight?.objects.find(
      one => one.kind === kind && one.metadata.name === name && (one.metadata.namespace ?? namespace) === namespace,
    );
    return object ? [{ record, object }] : [];
  });
}

/** What mending each blocker, and all, would do. */
export function blockerEffects(report: Report, roadmap: Roadmap): BlockerEffects {
  const checks = report.blockers.map(({ check }) => check);
  const effect = (some: readonly string[]) => effectOfMending(report, new Set(some), roadmap);
  return {
    byCheck: Object.fromEntries(checks.map(check => [check, effect([check])])),
    ...(checks.length > 0 ? { together: effect(checks) } : {}),
  };
}

/**
 * Blockers in the order worth taking: what the team can mend first, least effort, then greatest effect (the component's
 * level, then the number of environments that rise, then the score).
 */
export function inOrderOfEffort(report: Report, { byCheck }: BlockerEffects): Blocker[] {
  const gain = ({ check }: Blocker) => {
    const { level, environments, score = 0 } = byCheck[check];
    return [Number(level !== report.level), environments.length, score];
  };
  return [...report.blockers].sort((a, b) => {
    if (a.verdict !== b.verdict) return a.verdict === 'fail' ? -1 : 1;
    const [gainA, gainB] = [gain(a), gain(b)];
    const at = gainA.findIndex((value, i) => value !== gainB[i]);
    return a.places - b.places || (at < 0 ? 0 : gainB[at] - gainA[at]);
  });
}
