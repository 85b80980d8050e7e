// Each control is held against its checks: what fails in a namespace without it passes with it.
import { allChecks } from '@maturity-roadmap/checks';
import type { KubernetesObject } from '@maturity-roadmap/engine';
import { ObjectIndex, evaluateCheck, resolveWorkloads } from '@maturity-roadmap/engine';
import { fleet } from '@maturity-roadmap/engine/testing';
import { parseAllDocuments } from 'yaml';
import { withDefects } from '../testing/fleet/defects';
import { namespaceControls } from './namespaceControls';

const [service] = fleet({ components: 1 });
const bare = withDefects(service.objects, ['requests', 'limits', 'policy']);
const proxy = { name: 'istio-proxy', image: 'istio/proxyv2:1.24.0', args: ['proxy', 'sidecar'] };

/** The service without any of it, in a mesh, in a namespace that allows everything. */
const failing: KubernetesObject[] = [
  ...bare.map(object =>
    JSON.parse(JSON.stringify(object, (key, value) => (key === 'containers' ? [...value, proxy] : value))),
  ),
  {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: service.namespace,
      labels: { 'pod-security.kubernetes.io/enforce': 'privileged', 'istio-injection': 'enabled' },
    },
  },
];

function verdicts(objects: readonly KubernetesObject[], ids: readonly string[]) {
  const index = new ObjectIndex('prod', '2026-06-01T12:00:00Z');
  for (const kind of ['v1/LimitRange', 'networking.k8s.io/v1/NetworkPolicy', 'security.istio.io/v1/PeerAuthentication'])
    index.setState(kind as never, { state: 'synced' });
  for (const object of objects) index.upsert(object);
  const [workload] = resolveWorkloads(index);
  return ids.map(id => {
    const check = allChecks.find(one => one.id === id)!;
    const { verdict, evidence } = evaluateCheck(check as never, workload as never, index as never);
    return { id, verdict, inherits: evidence.some(one => one.inheritedFrom) };
  });
}

it.each(namespaceControls.map(control => [control.id, control] as const))('%s', (_id, { checks, manifest }) => {
  expect(verdicts(failing, checks)).toEqual(checks.map(id => ({ id, verdict: 'fail', inherits: false })));
  const control = parseAllDocuments(manifest(service.namespace)).map(one => one.toJS() as KubernetesObject);
  expect(verdicts([...failing, ...control], checks)).toEqual(
    checks.map(id => ({ id, verdict: 'pass', inherits: true })),
  );
});
