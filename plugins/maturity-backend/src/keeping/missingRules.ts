// The rules that the identity of the Kubernetes plugin lacks, ready to paste.
import type { KindId } from '@maturity-roadmap/engine';
import { groupBy, kindDefinition } from '@maturity-roadmap/engine';

interface GroupResource {
  group: string;
  plural: string;
}

const verbs = 'get, list, watch';

/** Alone, an asterisk would be an alias of YAML. */
const quoted = (plural: string) => (plural === '*' ? `'*'` : plural);

function rulesFor(resources: readonly GroupResource[]): string {
  const rules = [...groupBy(resources, ({ group }) => group)].map(([group, some]) => {
    const plurals = [...new Set(some.map(({ plural }) => plural))].sort().map(quoted);
    return `- apiGroups: ['${group}']\n  resources: [${plurals.join(', ')}]\n  verbs: [${verbs}]`;
  });
  return `${rules.join('\n')}\n`;
}

/** Rules for kinds, as items of a ClusterRole. */
export function missingRules(kinds: readonly KindId[]): string {
  return rulesFor(kinds.map(kindDefinition));
}

/**
 * Everything that is missing anywhere as one role of its own, so that applying it takes nothing away from the role
 * that is there.
 */
export function missingClusterRole(kinds: readonly KindId[]): string {
  const lines = rulesFor([...new Set(kinds)].sort().map(kindDefinition))
    .trimEnd()
    .split('\n');
  return [
    '# What is missing. Bind it to the identity that already has the role maturity-reader.',
    'apiVersion: rbac.authorization.k8s.io/v1',
    'kind: ClusterRole',
    'metadata:',
    '  name: maturity-reader-missing',
    'rules:',
    ...lines.map(line => `  ${line}`),
    '',
  ].join('\n');
}
