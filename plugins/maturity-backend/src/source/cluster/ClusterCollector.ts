// Collects one cluster: asks what it serves, then reflects every kind that some check reads, those of workloads first.
import type { KindId, KindState } from '@maturity-roadmap/engine';
import { errorMessage, kindDefinition, workloadKinds } from '@maturity-roadmap/engine';
import { setTimeout as delay } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { ClusterGateway } from '../ClusterGateway';
import type { CustomGroups } from '../customResources';
import { customKind, isOfInterest, withoutSpec } from '../customResources';
import type { ServedKind } from '../discoverKinds';
import { discoverKinds } from '../discoverKinds';
import { Backoff } from './Backoff';
import type { KindJournal } from './KindJournal';
import type { ReflectorTimings } from './KindReflector';
import { KindReflector } from './KindReflector';
import { KindStates } from './KindStates';
import type { ObjectSink } from './ObjectSink';

/** Lists under way at once in one cluster. */
const parallelLists = 4;
/** Milliseconds after which it is asked again what the cluster serves: add-ons come and go. */
const discoverAgainAfter = 10 * 60_000;

const secret: KindId = 'v1/Secret';
const neverRead: KindState = { state: 'forbidden', message: 'Secrets are never read' };
const notListed: KindState = {
  state: 'notCollected',
  message: 'custom resources of clusters are read where their groups are named (maturity.clusters.customResources)',
};

/** What a collector works with. */
export interface CollectorParts {
  gateway: ClusterGateway;
  cluster: string;
  /** Kinds that some check reads. */
  kinds: ReadonlySet<KindId>;
  sink: ObjectSink;
  /** Read the metadata of Secrets, never more. */
  secretMetadata: boolean;
  /** Custom resources of kinds that no check names; none are read if absent. */
  custom?: CustomGroups;
  /** Called once every kind has been listed, or can't be. */
  onSettled(): void;
  /** Counts what went wrong. */
  onTrouble(what: 'discovery' | 'list' | 'watch' | 'expired' | 'tooLarge', kind?: KindId): void;
  /** Notes what happens with each kind. */
  journal?: KindJournal;
  now?: () => number;
  timings?: ReflectorTimings;
}

/** Large kinds, and those that only few checks ask for, come last. */
const last: readonly KindId[] = ['apps/v1/ReplicaSet', 'v1/Pod', 'v1/Event', 'v1/ConfigMap'];
const isFirst = (kind: KindId) =>
  kind === 'v1/Namespace' || ((workloadKinds as readonly KindId[]).includes(kind) && !last.includes(kind));

function rank(kind: KindId): number {
  if (isFirst(kind)) return 0;
  return last.includes(kind) ? 2 : 1;
}

/** Of custom resources just those that belong to someone are kept. */
const ofInterestOnly = (sink: ObjectSink): ObjectSink => ({
  upsert: object => (isOfInterest(object) ? sink.upsert(withoutSpec(object)) : sink.remove(object)),
  remove: object => sink.remove(object),
  retain: (of, listed) => sink.retain(of, listed),
  setState: (kind, state) => sink.setState(kind, state),
});

/** Collects one cluster. */
export class ClusterCollector {
  private readonly limit = pLimit(parallelLists);
  private readonly states: KindStates;
  private readonly running = new Map<string, { stop: AbortController; done: Promise<void> }>();
  private isSettled = false;

  constructor(private readonly parts: CollectorParts) {
    this.states = new KindStates(parts.sink);
  }

  /** Collects until the signal fires, and ends once nothing is under way any more. Never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    const { sink } = this.parts;
    // Files are in no cluster: nothing is said of them here.
    const inClusters = [...this.parts.kinds].filter(kind => kindDefinition(kind).provenance !== 'repository');
    for (const kind of inClusters) if (kind !== customKind || this.parts.custom) this.states.pending(kind);
    // Secrets are never listed, unless only their metadata are wanted: the right to list them is the right to read them.
    if (!this.parts.secretMetadata) sink.setState(secret, neverRead);
    if (!this.parts.custom) sink.setState(customKind, notListed);
    const backoff = new Backoff({ first: 500, most: 30_000 });
    while (!signal.aborted) {
      try {
        await this.discover(signal);
        backoff.reset();
        await delay(discoverAgainAfter, undefined, { signal });
      } catch (error) {
        if (signal.aborted) break;
        this.parts.onTrouble('discovery');
        const message = `the cluster does not say what it serves: ${errorMessage(error)}`;
        // What is reflected already tells for itself whether it is still current.
        if (this.running.size === 0) this.states.failAll({ state: 'unreachable', message });
        await backoff.wait(signal).catch(() => {});
      }
    }
    await Promise.all([...this.running.values()].map(({ done }) => done));
  }

  private async discover(signal: AbortSignal): Promise<void> {
    const { gateway, cluster, kinds, secretMetadata } = this.parts;
    const asked = new Set([...kinds].filter(kind => kind !== secret || secretMetadata));
    const { served, states } = await discoverKinds(gateway, cluster, asked, signal, this.parts.custom);
    const paths = new Set(served.map(({ path }) => path));
    for (const [path, { stop }] of this.running) {
      if (paths.has(path) || [...states.values()].some(({ state }) => state === 'unreachable')) continue;
      // Its kind is no longer served: an add-on was taken out.
      stop.abort();
      this.running.delete(path);
      this.states.forget(path);
    }
    for (const [kind, state] of states) this.states.set(kind, `discovery of ${kind}`, state);
    const fresh = served.filter(({ path }) => !this.running.has(path));
    fresh.sort((a, b) => rank(a.kind) - rank(b.kind));
    for (const one of fresh) {
      this.states.set(one.kind, `discovery of ${one.kind}`, undefined);
      this.states.expect(one.kind, one.path);
    }
    for (const one of fresh) this.reflect(one, signal);
    this.settle();
  }

  private reflect(served: ServedKind, signal: AbortSignal): void {
    const { gateway, cluster, sink, secretMetadata, onTrouble, now = Date.now } = this.parts;
    const stop = new AbortController();
    const reflector = new KindReflector(served, {
      gateway,
      cluster,
      sink: served.kind === customKind ? ofInterestOnly(sink) : sink,
      now,
      limit: work => this.limit(work),
      onState: state => {
        this.states.set(served.kind, served.path, state);
        this.settle();
      },
      onTrouble: what => onTrouble(what, served.kind),
      metadataOnly: served.kind === secret && secretMetadata,
      ...(this.parts.timings ? { timings: this.parts.timings } : {}),
      ...(this.parts.journal ? { journal: this.parts.journal } : {}),
    });
    const done = reflector.run(AbortSignal.any([signal, stop.signal]));
    this.running.set(served.path, { stop, done });
  }

  private settle(): void {
    if (this.isSettled || !this.states.areKnown()) return;
    this.isSettled = true;
    this.parts.onSettled();
  }
}
