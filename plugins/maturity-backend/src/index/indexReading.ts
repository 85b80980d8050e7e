// From a reading of a source to the index of an environment.
import type { SourceReading } from '@maturity-roadmap/backstage-plugin-maturity-node';
import type { Problem } from '@maturity-roadmap/engine';
import { ObjectIndex, indexManifests, kindDefinitions } from '@maturity-roadmap/engine';

/** An environment, indexed. */
export interface IndexedEnvironment {
  environment: string;
  index: ObjectIndex;
  problems: Problem[];
  reading: Pick<SourceReading, 'type' | 'observedAt' | 'error'>;
}

/**
 * Indexes a reading.
 *
 * A reading that failed keeps the objects of the one before, with every kind stale: what was true is still shown as
 * history, and nothing new is claimed.
 *
 * @param previous - the same environment as it was indexed before
 */
export function indexReading(reading: SourceReading, previous?: IndexedEnvironment): IndexedEnvironment {
  const { environment, type, observedAt, error } = reading;
  if (error) {
    const index = previous?.index ?? new ObjectIndex(environment, observedAt);
    const since = previous?.index.observedAt;
    const message = since ? `${error}; last read ${since}` : error;
    for (const { id } of kindDefinitions) {
      index.setState(id, { state: since ? 'stale' : 'unreachable', message, ...(since ? { since } : {}) });
    }
    return { environment, index, problems: previous?.problems ?? [], reading: { type, observedAt, error } };
  }
  const { index, problems } = type === 'manifests' ? fromManifests(reading) : fromCluster(reading);
  for (const [kind, state] of reading.states) index.setState(kind, state);
  return { environment, index, problems: [...reading.problems, ...problems], reading: { type, observedAt } };
}

function fromManifests({ environment, objects, observedAt }: SourceReading) {
  return indexManifests(environment, objects, observedAt);
}

function fromCluster({ environment, objects, observedAt }: SourceReading) {
  const index = new ObjectIndex(environment, observedAt);
  for (const { object } of objects) index.upsert(object);
  return { index, problems: [] as Problem[] };
}
