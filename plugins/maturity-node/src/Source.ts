// What a source of Kubernetes objects gives the backend; clusters and manifests both do, and others may.
import type { KindId, KindState, LocatedObject, Problem } from '@maturity-roadmap/engine';

/**
 * One environment as a source has just read it.
 *
 * @public
 */
export interface SourceReading {
  /** Name of the cluster, or of the folder that stands for one. Unique among all sources. */
  environment: string;
  /**
   * `cluster`: complete but for the kinds in `states`. `manifests`: complete for what teams write; kinds that only a
   * running cluster has are not collected unless some of their objects are there.
   */
  type: 'cluster' | 'manifests';
  /** Instant of the reading, ISO 8601. */
  observedAt: string;
  objects: LocatedObject[];
  /** Kinds that are not synced. */
  states: ReadonlyMap<KindId, KindState>;
  /** What in the input can't be used. */
  problems: Problem[];
  /** Set if nothing could be read; earlier objects are then kept as stale. */
  error?: string;
}

/**
 * A source of Kubernetes objects.
 *
 * `read` resolves with one reading for each environment, also for those that can't be read (with `error`); it rejects
 * only if it can't tell which environments there are. It stops soon after the signal fires.
 *
 * @public
 */
export interface Source {
  /** For logs. */
  readonly name: string;
  /**
   * @param kinds - kinds that some check reads; a source may leave out all others
   */
  read(kinds: ReadonlySet<KindId>, signal: AbortSignal): Promise<SourceReading[]>;
}
