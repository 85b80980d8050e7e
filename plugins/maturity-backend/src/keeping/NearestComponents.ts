// Says of workloads that belong to nobody which component most likely means them, and why it does not claim them.
import type { ComponentSelector, Workload } from '@maturity-roadmap/engine';
import { namesOf, nearestComponent, whyUnclaimed } from '@maturity-roadmap/engine';
import type { CatalogState } from '../components/CatalogWatch';
import type { UnmappedWorkload } from '../store/SourceStore';

/** More than anyone reads. */
const limit = 1_000;

/** Labels by which people select, the recommended one first. */
const nameLabels = ['app.kubernetes.io/name', 'app', 'k8s-app', 'app.kubernetes.io/instance'];

function toUnmapped(workload: Workload, byName: ReadonlyMap<string, ComponentSelector>): UnmappedWorkload {
  const near = nearestComponent(workload, byName);
  const nearest = near && { component: near.component, why: whyUnclaimed(near, workload) };
  const key = nameLabels.find(label => workload.podLabels[label]);
  return {
    ref: workload.ref,
    names: namesOf(workload),
    ...(key ? { label: `${key}=${workload.podLabels[key]}` } : {}),
    ...(nearest ? { nearest } : {}),
  };
}

/** Knows components by the names under which someone might mean them. */
export class NearestComponents {
  private made?: CatalogState['components'];
  private names: ReadonlyMap<string, ComponentSelector> = new Map();

  /** The workloads with their nearest component; at most a thousand. */
  of(workloads: readonly Workload[], { components }: CatalogState): UnmappedWorkload[] {
    // Made anew only when the catalog changed.
    if (this.made !== components) {
      const pairs = [...components.values()].flatMap(({ selector }) => [
        [selector.id, selector] as const,
        [selector.name, selector] as const,
      ]);
      this.made = components;
      this.names = new Map(pairs.reverse());
    }
    return workloads.slice(0, limit).map(one => toUnmapped(one, this.names));
  }
}
