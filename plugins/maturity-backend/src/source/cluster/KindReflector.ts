// Keeps the objects of one kind of one cluster current: a list, then a watch from where the list ended, for ever.
import type { KindState, KubernetesObject } from '@maturity-roadmap/engine';
import { apiGroup, errorMessage } from '@maturity-roadmap/engine';
import type { ClusterGateway, WatchEvent } from '../ClusterGateway';
import { GatewayError } from '../ClusterGateway';
import type { ServedKind } from '../discoverKinds';
import { Pace } from '../Pace';
import { Backoff } from './Backoff';
import type { KindJournal } from './KindJournal';
import { listObjects } from './listObjects';
import type { ObjectSink } from './ObjectSink';
import { nameInList } from './ObjectSink';

/** What a reflector works with. */
export interface ReflectorParts {
  gateway: ClusterGateway;
  cluster: string;
  sink: ObjectSink;
  /** Runs lists, a few at a time. */
  limit<T>(work: () => Promise<T>): Promise<T>;
  now(): number;
  /** Told of each change of state. */
  onState(state: KindState): void;
  /** Counts what went wrong, by what it was. */
  onTrouble(what: 'list' | 'watch' | 'expired' | 'tooLarge'): void;
  metadataOnly: boolean;
  journal?: KindJournal;
  timings?: ReflectorTimings;
}

/** Pauses, in milliseconds. */
export interface ReflectorTimings {
  /** After a failure, doubling with each one more. */
  retry: { first: number; most: number };
  /** After a refusal: a rule that is missing is granted by people, so there is no haste to ask again. */
  refused: number;
  /** Without contact, after which objects can't be relied on. */
  stale: number;
}

const timings: ReflectorTimings = { retry: { first: 500, most: 30_000 }, refused: 60_000, stale: 60_000 };

/** Seconds that a watch lasts; the server ends it, since one that is broken off stays open behind the proxy. */
const watchSeconds = { least: 240, spread: 60 };

/** Reflects one kind. */
export class KindReflector {
  private readonly timings: ReflectorTimings;
  private readonly backoff: Backoff;
  private resourceVersion = '';
  private contact = 0;
  private synced = false;

  constructor(
    readonly served: ServedKind,
    private readonly parts: ReflectorParts,
  ) {
    this.timings = parts.timings ?? timings;
    this.backoff = new Backoff(this.timings.retry);
  }

  /** Runs until the signal fires. Never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        if (!this.resourceVersion) await this.list(signal);
        else await this.watch(signal);
      } catch (error) {
        if (signal.aborted) return;
        await this.recover(error, signal).catch(() => {});
      }
    }
  }

  private async list(signal: AbortSignal): Promise<void> {
    const { gateway, cluster, sink, limit, metadataOnly, onTrouble } = this.parts;
    let listed = new Set<string>();
    const request = {
      gateway,
      cluster,
      served: this.served,
      metadataOnly,
      onTooLarge: () => onTrouble('tooLarge'),
      onStart: () => (listed = new Set()),
    };
    const take = (object: KubernetesObject) => {
      listed.add(nameInList(object));
      sink.upsert(object);
    };
    this.resourceVersion = await limit(() => listObjects(request, take, signal));
    sink.retain(this.served, listed);
    this.parts.journal?.listed(this.served.kind);
    this.reached();
    // A server that names no version can't be watched from it; it is listed again after a pause.
    if (!this.resourceVersion) await this.backoff.wait(signal, this.timings.refused);
  }

  private async watch(signal: AbortSignal): Promise<void> {
    const { gateway, cluster, metadataOnly } = this.parts;
    const seconds = Math.round(watchSeconds.least + Math.random() * watchSeconds.spread);
    const version = encodeURIComponent(this.resourceVersion);
    const query = `?watch=1&allowWatchBookmarks=true&resourceVersion=${version}&timeoutSeconds=${seconds}`;
    const started = this.parts.now();
    const pace = new Pace();
    let events = 0;
    for await (const event of gateway.watch(cluster, `${this.served.path}${query}`, signal, { metadataOnly })) {
      this.take(event);
      this.reached();
      events += 1;
      await pace.giveWay();
    }
    this.reached();
    // A watch that ends at once and says nothing would be asked for in a busy loop.
    if (events === 0 && this.parts.now() - started < 1_000) await this.backoff.wait(signal);
    else this.backoff.reset();
  }

  private take({ type, object }: WatchEvent): void {
    if (type === 'ERROR') {
      const code = object?.code === 410 ? 'expired' : 'unreachable';
      throw new GatewayError(code, object?.message ?? 'the watch ended with an error');
    }
    const version = object?.metadata?.resourceVersion;
    if (type !== 'BOOKMARK' && object?.metadata?.name) {
      const { apiVersion, itemKind: kind } = this.served;
      const whole = { ...object, apiVersion, kind } as KubernetesObject;
      this.parts.journal?.event(this.served.kind);
      if (type === 'DELETED') this.parts.sink.remove(whole);
      else this.parts.sink.upsert(whole);
    }
    if (version) this.resourceVersion = version;
  }

  private reached(): void {
    this.contact = this.parts.now();
    if (this.synced) return;
    this.synced = true;
    this.backoff.reset();
    this.parts.onState({ state: 'synced' });
  }

  private async recover(error: unknown, signal: AbortSignal): Promise<void> {
    const { onState, onTrouble, now } = this.parts;
    const code = error instanceof GatewayError ? error.code : 'unreachable';
    this.parts.journal?.failed(this.served.kind, errorMessage(error));
    if (code === 'expired') {
      // What is held stays good until the new list is there: it is old by seconds.
      onTrouble('expired');
      this.resourceVersion = '';
      return this.backoff.wait(signal);
    }
    onTrouble(this.resourceVersion ? 'watch' : 'list');
    if (code === 'forbidden' || code === 'notFound') {
      this.resourceVersion = '';
      this.synced = false;
      onState(code === 'notFound' ? { state: 'notServed' } : this.refused(error));
      return this.backoff.wait(signal, this.timings.refused);
    }
    const message = errorMessage(error);
    if (this.contact === 0) onState({ state: 'unreachable', message });
    else if (now() - this.contact >= this.timings.stale) {
      const since = new Date(this.contact).toISOString();
      onState({ state: 'stale', message: `${message}; last read ${since}`, since });
      this.synced = false;
    }
    return this.backoff.wait(signal, ((error as GatewayError).retryAfter ?? 0) * 1000);
  }

  private refused(error: unknown): KindState {
    const { path, apiVersion } = this.served;
    const plural = path.slice(path.lastIndexOf('/') + 1);
    const group = apiGroup(apiVersion);
    const rule = `${plural}${group ? ` of ${group}` : ''}`;
    return { state: 'forbidden', message: `${errorMessage(error)}; grant list and watch on ${rule}` };
  }
}
