// The state of an environment as people see it.
import type { SourceStatus } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { ObjectIndex, Problem } from '@maturity-roadmap/engine';
import { kindDefinitions } from '@maturity-roadmap/engine';
import { missingRules } from './missingRules';

const problemLimit = 100;
const worthSaying = new Set(['forbidden', 'unreachable', 'stale']);

/** What is known of an environment, and what is not. */
export function environmentStatus(
  type: SourceStatus['type'],
  index: ObjectIndex,
  problems: readonly Problem[],
  error: string | undefined,
): SourceStatus {
  const kinds = kindDefinitions.flatMap(({ id }) => {
    const state = index.state(id);
    return worthSaying.has(state.state) && id !== 'v1/Secret' ? [{ kind: id, ...state }] : [];
  });
  const forbidden = kinds
    .filter(({ kind, state }) => state === 'forbidden' && kind !== '*/*/CustomResource')
    .map(({ kind }) => kind);
  return {
    environment: index.cluster,
    type,
    observedAt: index.observedAt,
    objects: index.size,
    ...(error ? { error } : {}),
    kinds,
    ...(forbidden.length > 0 ? { missingRule: missingRules(forbidden) } : {}),
    problems: problems.slice(0, problemLimit),
  };
}
