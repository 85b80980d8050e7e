// Which component has which workloads in one environment, kept by namespace so that a change costs what it touches.
import type { ComponentMapper, Workload } from '@maturity-roadmap/engine';
import { groupBy } from '@maturity-roadmap/engine';

/** The claims in one namespace. */
interface NamespaceClaims {
  mapped: ReadonlyMap<string, readonly Workload[]>;
  unmapped: readonly Workload[];
}

const nothing: NamespaceClaims = { mapped: new Map(), unmapped: [] };

/** The workloads that differ, by their names in the second list; undefined where other ones are there. */
function changedWorkloads(a: readonly Workload[] = [], b: readonly Workload[] = []): readonly Workload[] | undefined {
  const areOthers = a.length !== b.length || a.some(({ kind, name }, at) => kind !== b[at].kind || name !== b[at].name);
  return areOthers ? undefined : b.filter((workload, at) => workload !== a[at]);
}

/** Claims of components on workloads. */
export class Claims {
  private readonly byNamespace = new Map<string, NamespaceClaims>();
  private readonly namespacesOf = new Map<string, Set<string>>();

  /**
   * Works out the claims of a namespace anew.
   *
   * @returns the components whose workloads came, changed or went, with those that changed where none came or went
   */
  update(
    namespace: string,
    workloads: readonly Workload[],
    mapper: ComponentMapper,
  ): Map<string, readonly Workload[] | undefined> {
    const before = this.byNamespace.get(namespace) ?? nothing;
    const claims = workloads.map(workload => ({ workload, components: mapper.claimants(workload) }));
    const pairs = claims.flatMap(({ workload, components }) => components.map(component => ({ component, workload })));
    const mapped = new Map(
      [...groupBy(pairs, ({ component }) => component)].map(([component, some]) => [
        component,
        some.map(({ workload }) => workload),
      ]),
    );
    const unmapped = claims.filter(({ components }) => components.length === 0).map(({ workload }) => workload);
    if (workloads.length === 0) this.byNamespace.delete(namespace);
    else this.byNamespace.set(namespace, { mapped, unmapped });
    const touched = new Map<string, readonly Workload[] | undefined>();
    for (const component of new Set([...before.mapped.keys(), ...mapped.keys()])) {
      const changed = changedWorkloads(before.mapped.get(component), mapped.get(component));
      if (changed?.length !== 0) touched.set(component, changed);
      this.note(component, namespace, mapped.has(component));
    }
    return touched;
  }

  /** Namespaces that hold workloads. */
  namespaces = (): string[] => [...this.byNamespace.keys()];

  /** Components that have workloads. */
  components = (): string[] => [...this.namespacesOf.keys()];

  /** The workloads of a component. */
  workloadsOf(component: string): Workload[] {
    const namespaces = [...(this.namespacesOf.get(component) ?? [])].sort();
    return namespaces.flatMap(namespace => this.byNamespace.get(namespace)?.mapped.get(component) ?? []);
  }

  /** The workloads that no component claims. */
  unmapped(): Workload[] {
    return this.namespaces()
      .sort()
      .flatMap(namespace => this.byNamespace.get(namespace)!.unmapped);
  }

  private note(component: string, namespace: string, isClaimed: boolean): void {
    let namespaces = this.namespacesOf.get(component);
    if (!namespaces) this.namespacesOf.set(component, (namespaces = new Set()));
    if (isClaimed) namespaces.add(namespace);
    else namespaces.delete(namespace);
    if (namespaces.size === 0) this.namespacesOf.delete(component);
  }
}
