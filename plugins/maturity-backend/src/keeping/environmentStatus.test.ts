// The state of an environment: what can't be read, and the rules that would mend it.
import { ObjectIndex } from '@maturity-roadmap/engine';
import { parse } from 'yaml';
import { environmentStatus } from './environmentStatus';

it('writes the rules that are missing as a ClusterRole takes them', () => {
  const index = new ObjectIndex('prod', '2026-01-01T00:00:00.000Z');
  const refused = { state: 'forbidden', message: 'no' } as const;
  index.setState('v1/Pod', refused);
  index.setState('v1/Node', refused);
  index.setState('apps/v1/Deployment', refused);
  index.setState('v1/Service', { state: 'unreachable', message: 'gone' });
  // Secrets are left out on purpose: nobody is asked for that right.
  index.setState('v1/Secret', refused);
  const { kinds, missingRule } = environmentStatus('cluster', index, [], undefined);
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(['apps/v1/Deployment', 'v1/Node', 'v1/Pod', 'v1/Service']);
  const verbs = ['get', 'list', 'watch'];
  expect(parse(missingRule!)).toEqual([
    { apiGroups: [''], resources: ['nodes', 'pods'], verbs },
    { apiGroups: ['apps'], resources: ['deployments'], verbs },
  ]);
});

it('has no rules to add where all is granted', () => {
  const index = new ObjectIndex('prod', '2026-01-01T00:00:00.000Z');
  expect(environmentStatus('cluster', index, [], undefined)).not.toHaveProperty('missingRule');
});
