// The state of an environment as people see it.
import type { SourceStatus } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { KindId, ObjectIndex, Problem } from '@maturity-roadmap/engine';
import { groupBy, kindDefinition, kindDefinitions } from '@maturity-roadmap/engine';

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
  const forbidden = kinds.filter(({ state }) => state === 'forbidden').map(({ kind }) => kind);
  return {
    environment: index.cluster,
    type,
    observedAt: index.observedAt,
    objects: index.size,
    ...(error ? { error } : {}),
    kinds,
    ...(forbidden.length > 0 ? { missingRule: ruleFor(forbidden) } : {}),
    problems: problems.slice(0, problemLimit),
  };
}

/** The rules that are missing, for the ClusterRole of whoever the Kubernetes plugin signs in as. */
function ruleFor(kinds: readonly KindId[]): string {
  const byGroup = groupBy(kinds.map(kindDefinition), ({ group }) => group);
  const rules = [...byGroup].map(([group, definitions]) => {
    const resources = definitions.map(({ plural }) => plural).sort();
    return `- apiGroups: ['${group}']\n  resources: [${resources.join(', ')}]\n  verbs: [get, list, watch]`;
  });
  return `${rules.join('\n')}\n`;
}
