// Gives every workload to the components that claim it, and says which workloads nobody claims.
import { groupBy } from '../model';
import type { Labels } from '../objects';
import { matchesSelector } from '../objects';
import type { Workload } from '../workloads';
import { annotations } from './annotations';
import type { ComponentSelector } from './ComponentSelector';

/** @public */
export interface ComponentMapping {
  /** Workloads by component; every selector's component has an entry, if only an empty one. */
  workloads: ReadonlyMap<string, readonly Workload[]>;
  /** Workloads that no component claims, in the order given. */
  unmapped: readonly Workload[];
}

/** A workload's own labels count, and those of its pods, since the Kubernetes plugin looks at each object by itself. */
function labelSets(workload: Workload): Labels[] {
  return [workload.object.metadata.labels ?? {}, workload.podLabels];
}

function claims(component: ComponentSelector, workload: Workload): boolean {
  if (component.problem) return false;
  if (component.namespace && component.namespace !== workload.namespace) return false;
  if (component.cluster && component.cluster !== workload.ref.cluster) return false;
  const { selector } = component;
  return labelSets(workload).some(labels =>
    selector ? matchesSelector(selector, labels) : labels[annotations.kubernetesId] === component.id,
  );
}

/** The label that a selector asks for by one value, by which it can be found without trying all selectors. */
function pivotOf({ selector }: ComponentSelector): string | undefined {
  const [label] = Object.entries(selector?.matchLabels ?? {});
  if (label) return label.join('=');
  const exact = selector?.matchExpressions?.find(({ operator, values }) => operator === 'In' && values?.length === 1);
  return exact && `${exact.key}=${exact.values![0]}`;
}

/**
 * Finds the components that claim a workload.
 *
 * @public
 */
export class ComponentMapper {
  private readonly byId: ReadonlyMap<string, ComponentSelector[]>;
  private readonly byLabel: ReadonlyMap<string | undefined, ComponentSelector[]>;

  constructor(selectors: readonly ComponentSelector[]) {
    this.byId = groupBy(
      selectors.filter(one => !one.selector),
      one => one.id,
    );
    this.byLabel = groupBy(
      selectors.filter(one => one.selector),
      pivotOf,
    );
  }

  /** Entity refs, sorted as the selectors were given within each way of claiming. */
  claimants(workload: Workload): string[] {
    const candidates = new Set<ComponentSelector>();
    const add = (found: readonly ComponentSelector[] = []) => found.forEach(one => candidates.add(one));
    for (const labels of labelSets(workload)) {
      const id = labels[annotations.kubernetesId];
      if (id !== undefined) add(this.byId.get(id));
      if (this.byLabel.size === 0) continue;
      for (const key of Object.keys(labels)) add(this.byLabel.get(`${key}=${labels[key]}`));
    }
    add(this.byLabel.get(undefined));
    return [...candidates].filter(candidate => claims(candidate, workload)).map(({ component }) => component);
  }
}

/**
 * Maps workloads to components.
 *
 * @param selectors - of all components
 * @param workloads - of all clusters
 * @public
 */
export function mapComponents(
  selectors: readonly ComponentSelector[],
  workloads: readonly Workload[],
): ComponentMapping {
  const mapper = new ComponentMapper(selectors);
  const mapped = new Map<string, Workload[]>(selectors.map(({ component }) => [component, []]));
  const unmapped: Workload[] = [];
  for (const workload of workloads) {
    const owners = mapper.claimants(workload);
    for (const component of owners) mapped.get(component)!.push(workload);
    if (owners.length === 0) unmapped.push(workload);
  }
  return { workloads: mapped, unmapped };
}

/**
 * The names by which someone might mean a workload: its own and those in the recommended labels.
 * See https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
 *
 * @public
 */
export function namesOf(workload: Workload): string[] {
  const { name, podLabels } = workload;
  return [...new Set([name, podLabels['app.kubernetes.io/name'], podLabels.app].filter(one => one !== undefined))];
}

/**
 * Whether a component that claims no workload most likely means the one with these names.
 *
 * @public
 */
export function resembles(component: ComponentSelector, names: readonly string[]): boolean {
  return names.includes(component.name) || names.includes(component.id);
}
