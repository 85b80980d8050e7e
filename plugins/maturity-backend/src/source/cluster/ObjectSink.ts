// Where a collector puts what it reads of a cluster.
import type { KindId, KindState, KubernetesObject } from '@maturity-roadmap/engine';

/** Takes objects as they are read, in any order and as often as they come. */
export interface ObjectSink {
  upsert(object: KubernetesObject): void;
  remove(object: KubernetesObject): void;
  /**
   * After a complete list: whatever else is held of these objects is gone.
   *
   * @param listed - what was listed, by {@link nameInList}
   */
  retain(of: { apiVersion: string; itemKind: string; kind: KindId }, listed: ReadonlySet<string>): void;
  setState(kind: KindId, state: KindState): void;
}

/** The name of an object among those of its kind. */
export const nameInList = ({ metadata }: { metadata: { namespace?: string; name: string } }) =>
  `${metadata.namespace ?? ''}/${metadata.name}`;
