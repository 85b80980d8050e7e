// What mending a component takes and does: changes as diffs, their effects, blockers in the order worth taking.
import type { BlockerEffects, PatchView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Blocker, Change, KubernetesObject, Report } from '@maturity-roadmap/engine';
import {
  changeCommand,
  changeDiff,
  changesOf,
  effectOfMending,
  formatRef,
  kindOfChange,
  patchedObjects,
} from '@maturity-roadmap/engine';
import type { Roadmap } from '@maturity-roadmap/roadmap';
import type { Insight } from '../../scoring/Insight';
import type { StoredWorkload } from '../../store/storedWorkloads';

const isNew = (change: Change) => change.kind === 'create' || (change.kind === 'edit' && change.isNew === true);

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
  for (const { ref, object } of fixedOthers(report, insights)) objects.set(formatRef(ref), object);
  const deliveries = new Map(
    insights.flatMap(insight => insight.deliveries.map(one => [formatRef(one.object), one] as const)),
  );
  const byCheck: Record<string, Map<string, PatchView>> = {};
  for (const { check, fix, workload } of report.verdicts) {
    if (!fix) continue;
    for (const change of changesOf(fix)) {
      const diff = changeDiff(change, objects.get(formatRef(change.object)));
      // Whatever delivers the workload delivers what is created for it.
      const declared = change.kind === 'create' ? workload : change.object;
      const delivery = declared && deliveries.get(formatRef(declared));
      const command = changeCommand(change);
      const found = (byCheck[check] ??= new Map());
      const key = JSON.stringify([command, diff]);
      const { cluster } = change.object;
      const known = found.get(key);
      if (!known)
        found.set(key, {
          kind: kindOfChange(change),
          object: change.object,
          environments: [cluster],
          command,
          ...(isNew(change) ? { isNew: true } : {}),
          ...(diff ? { diff } : {}),
          ...(delivery ? { delivery } : {}),
        });
      else if (!known.environments.includes(cluster)) known.environments.push(cluster);
    }
  }
  return Object.fromEntries(Object.entries(byCheck).map(([check, found]) => [check, [...found.values()]]));
}

/** Objects that fixes patch and that are no workloads: each environment keeps its own beside the verdicts. */
function fixedOthers(report: Report, insights: readonly Insight[]) {
  const refs = report.verdicts.flatMap(({ fix }) => (fix ? patchedObjects(fix) : []));
  return refs.flatMap(ref => {
    const insight = insights.find(one => one.environment === ref.cluster);
    const object = insight?.objects.find(
      one =>
        one.kind === ref.kind &&
        one.metadata.name === ref.name &&
        (one.metadata.namespace ?? ref.namespace) === ref.namespace,
    );
    return object ? [{ ref, object }] : [];
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
