// Scores components one by one, giving way to other work in between.
import { setImmediate as giveWay } from 'node:timers/promises';
import type { Check, ObjectIndex, Report, RoadmapOutline, Snapshot, Workload } from '@maturity-roadmap/engine';
import { scoreComponent } from '@maturity-roadmap/engine';
import type { CatalogComponent } from '../components/CatalogComponents';

/** What scoring needs beside the component. */
export interface ScoringInput {
  snapshot: Snapshot;
  checks: readonly Check[];
  roadmap: RoadmapOutline;
  /** Workloads by component. */
  workloads: ReadonlyMap<string, readonly Workload[]>;
  /** Reads a component's repository. */
  repositoryOf(component: CatalogComponent): Promise<ObjectIndex>;
}

/**
 * The reports of components, as they are made.
 */
export async function* scoreAll(
  components: readonly CatalogComponent[],
  input: ScoringInput,
  signal: AbortSignal,
): AsyncGenerator<{ component: CatalogComponent; report: Report; levelRank: number }> {
  for (const component of components) {
    signal.throwIfAborted();
    const repository = await input.repositoryOf(component);
    const { ref, dockerfile, entity } = component;
    const report = scoreComponent(
      { ref, workloads: input.workloads.get(ref) ?? [], repository, entity, ...(dockerfile ? { dockerfile } : {}) },
      input.snapshot,
      input.checks,
      input.roadmap,
    );
    const levelRank = input.roadmap.levels.findIndex(level => level.id === report.level);
    yield { component, report, levelRank };
    await giveWay();
  }
}
