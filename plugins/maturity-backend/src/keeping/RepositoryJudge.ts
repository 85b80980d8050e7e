// Judges components by their repositories, those whose repository, workloads and standard are as before left out.
import type { Check, VerdictRecord } from '@maturity-roadmap/engine';
import { judgeComponent, repositoryEnvironment } from '@maturity-roadmap/engine';
import { createHash } from 'node:crypto';
import { setImmediate as giveWay } from 'node:timers/promises';
import type { CatalogComponent } from '../components/CatalogComponents';
import type { CatalogState } from '../components/CatalogWatch';
import type { TreeReading } from '../source/repositoryIndex';
import type { Occasion } from '../source/RepositorySource';
import type { RepositoryTree } from '../source/repositoryTrees';
import type { Lease } from '../store/Leases';
import type { StoredWorkload } from '../store/storedWorkloads';
import { restoreWorkload } from '../store/storedWorkloads';
import type { RepositoryKeeperParts } from './RepositoryKeeper';

/** Components judged and stored at once. */
const batchSize = 40;
/** Milliseconds after which a component is judged although nothing changed: some checks read the clock. */
const judgedFor = 60 * 60_000;

/** What a component was judged by last. */
interface Basis {
  component: CatalogComponent;
  checks: readonly Check[];
  /** Hash of them: the texts of all would take too much memory. */
  workloads: string;
  reading: string;
  /** Whether the reading brought something new. */
  changed: boolean;
  at: number;
}

type Readings = ReadonlyMap<string, TreeReading>;

/** Judges components by their repositories. */
export class RepositoryJudge {
  /** By key. */
  trees: ReadonlyMap<string, RepositoryTree> = new Map();
  private treeOf = new Map<string, RepositoryTree>();
  private readonly judged = new Map<string, Basis>();

  constructor(
    private readonly parts: Omit<RepositoryKeeperParts, 'budget' | 'trees' | 'everyMinutes' | 'keepers'>,
    private readonly lease: Lease,
  ) {}

  /** Takes over the trees there are now. */
  use(trees: ReadonlyMap<string, RepositoryTree>): void {
    this.trees = trees;
    this.treeOf = new Map();
    for (const tree of trees.values()) for (const ref of tree.members.keys()) this.treeOf.set(ref, tree);
    const { components } = this.parts.catalog.current;
    for (const ref of this.judged.keys()) if (!components.has(ref)) this.judged.delete(ref);
  }

  /** Components that name no repository, or where none is read. */
  withoutTree(components: CatalogState['components']): CatalogComponent[] {
    return [...components.values()].filter(({ ref }) => !this.treeOf.has(ref));
  }

  /**
   * Reads trees and judges their components.
   *
   * @returns the trees that need not wait any longer
   */
  async readAndJudge(
    trees: readonly RepositoryTree[],
    signal: AbortSignal,
    why: Occasion = 'round',
  ): Promise<RepositoryTree[]> {
    const readings = await this.read(trees, signal, why);
    const done = trees.filter(({ key }) => readings.has(key));
    await this.judge(this.membersOf(done), signal, readings);
    return done;
  }

  /** Reads and judges for people who wait. */
  async answer(components: readonly CatalogComponent[], signal: AbortSignal): Promise<void> {
    const trees = new Set(components.flatMap(({ ref }) => this.treeOf.get(ref) ?? []));
    await this.judge(components, signal, await this.read([...trees], signal, 'person'), true);
  }

  /** Judges components by what was read; with none they have no repository, or one that can't be used. */
  async judge(
    components: readonly CatalogComponent[],
    signal: AbortSignal,
    readings: Readings = new Map(),
    always = false,
  ): Promise<void> {
    for (let at = 0; at < components.length && !signal.aborted; at += batchSize)
      await this.judgeSome(components.slice(at, at + batchSize), readings, always, signal);
  }

  private async read(trees: readonly RepositoryTree[], signal: AbortSignal, why: Occasion): Promise<Readings> {
    const named = (tree: RepositoryTree) => this.membersOf([tree]).flatMap(({ dockerfile }) => dockerfile ?? []);
    const read = await Promise.all(
      trees.map(async tree => {
        const reading = await this.parts.repositories.read(tree, named(tree), signal, why);
        return reading ? [[tree.key, reading] as const] : [];
      }),
    );
    return new Map(read.flat());
  }

  private membersOf(trees: readonly RepositoryTree[]): CatalogComponent[] {
    const { components } = this.parts.catalog.current;
    return trees.flatMap(({ members }) => [...members.keys()].flatMap(ref => components.get(ref) ?? []));
  }

  private async judgeSome(
    components: readonly CatalogComponent[],
    readings: Readings,
    always: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const { recheck, reports, standards, onReports } = this.parts;
    const checks = await standards.checksNow();
    const workloads = await recheck.workloadsOf(components.map(({ ref }) => ref));
    const bases = new Map<string, Basis>();
    const inputs = [];
    for (const component of components) {
      if (signal.aborted) return;
      const { ref } = component;
      const reading = readings.get(this.treeOf.get(ref)?.key ?? '');
      const basis = this.basisOf(component, checks, workloads.get(ref)!, reading);
      if (!always && this.isSame(basis)) continue;
      bases.set(ref, basis);
      inputs.push(this.input(component, checks, workloads.get(ref)!, reading));
      await giveWay();
    }
    if (inputs.length === 0) return;
    const changed = await reports.save(inputs, this.lease);
    for (const [ref, basis] of bases) this.judged.set(ref, basis);
    if (changed.length > 0) onReports(changed);
  }

  private input(
    component: CatalogComponent,
    checks: readonly Check[],
    stored: readonly StoredWorkload[],
    reading: TreeReading | undefined,
  ) {
    const { ref, dockerfile, entity } = component;
    const repository = this.parts.repositories.indexOf(component, this.treeOf.get(ref), reading);
    const subject = {
      ref,
      workloads: stored.flatMap(one => restoreWorkload(one) ?? []),
      repository,
      ...(entity ? { entity } : {}),
      ...(dockerfile ? { dockerfile } : {}),
    };
    const { observedAt } = repository;
    const asked = checks.filter(check => check.subject === 'repository');
    const records: VerdictRecord[] = judgeComponent(subject, { observedAt, clusters: new Map() }, asked);
    return { component, environment: repositoryEnvironment, observedAt, provisional: false, records, workloads: [] };
  }

  private basisOf(
    component: CatalogComponent,
    checks: readonly Check[],
    workloads: readonly StoredWorkload[],
    reading: TreeReading | undefined,
  ): Basis {
    return {
      component,
      checks,
      workloads: createHash('sha1').update(JSON.stringify(workloads)).digest('base64'),
      reading: reading?.state === 'failed' ? reading.message : (reading?.state ?? ''),
      changed: reading?.state === 'read' && reading.changed,
      at: performance.now(),
    };
  }

  private isSame(basis: Basis): boolean {
    const before = this.judged.get(basis.component.ref);
    if (!before || basis.changed || basis.at - before.at > judgedFor) return false;
    return (['component', 'checks', 'workloads', 'reading'] as const).every(key => before[key] === basis[key]);
  }
}
