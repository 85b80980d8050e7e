// Controls of the namespace, the mesh or the cluster satisfy checks for the workload, and are named as inherited.
import type { WorkloadCheck } from '@maturity-roadmap/engine';
import { evaluateCheck, indexManifests, parseManifests, resolveWorkloads } from '@maturity-roadmap/engine';
import { allChecks } from './generated/registry';

const pod = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: web }
spec:
  replicas: 2
  template:
    metadata: { labels: { app: shop } }
    spec: { serviceAccountName: shop, containers: [{ name: shop, image: "shop:1", ports: [{ containerPort: 8080 }] }] }
---`;
const namespace = (more: string) => `
apiVersion: v1
kind: Namespace
metadata: { name: web, ${more} }
---`;
const linkerd = (policy: string) =>
  namespace(`annotations: { linkerd.io/inject: enabled, config.linkerd.io/default-inbound-policy: ${policy} }`);
const istio = namespace('labels: { istio-injection: enabled }');
const object = (apiVersion: string, kind: string, place: string, spec: string) =>
  `\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: given${place} }\n${spec}\n---`;
const inWeb = ', namespace: web';

it.each<[string, string, string]>([
  [
    'netpol-ingress-isolated',
    object('networking.k8s.io/v1', 'NetworkPolicy', inWeb, 'spec: { podSelector: {} }'),
    'NetworkPolicy given',
  ],
  ['pss-namespace-enforced', namespace('labels: { pod-security.kubernetes.io/enforce: restricted }'), 'Namespace web'],
  [
    'pod-memory-limit-set',
    object('v1', 'LimitRange', inWeb, 'spec: { limits: [{ type: Container, default: { memory: 1Gi } }] }'),
    'LimitRange given',
  ],
  [
    'pod-requests-set',
    object(
      'v1',
      'LimitRange',
      inWeb,
      'spec: { limits: [{ type: Container, defaultRequest: { cpu: 1, memory: 1Gi } }] }',
    ),
    'LimitRange given',
  ],
  [
    'workload-pdb-present',
    object('policy/v1', 'PodDisruptionBudget', inWeb, 'spec: { maxUnavailable: 1, selector: {} }'),
    'PodDisruptionBudget given',
  ],
  [
    'sa-token-minimal',
    '\napiVersion: v1\nkind: ServiceAccount\nmetadata: { name: shop, namespace: web }\nautomountServiceAccountToken: false\n---',
    'ServiceAccount shop',
  ],
  ['mesh-enrolled', istio, 'Namespace web'],
  [
    'mesh-mtls-strict',
    istio +
      object(
        'security.istio.io/v1',
        'PeerAuthentication',
        ', namespace: istio-system',
        'spec: { mtls: { mode: STRICT } }',
      ),
    'PeerAuthentication given',
  ],
  ['mesh-mtls-strict', linkerd('all-authenticated'), 'Namespace web'],
  [
    'mesh-authorization',
    istio +
      object(
        'security.istio.io/v1',
        'AuthorizationPolicy',
        inWeb,
        'spec: { rules: [{ from: [{ source: { namespaces: [edge] } }] }] }',
      ),
    'AuthorizationPolicy given',
  ],
  ['mesh-authorization', linkerd('deny'), 'Namespace web'],
  [
    'policy-enforced',
    `${namespace('labels: {}')}${object('v1', 'Node', '', 'spec: {}')}${object('kyverno.io/v1', 'ClusterPolicy', '', 'spec: { rules: [{ name: a, match: { any: [{ resources: { kinds: [Pod] } }] }, validate: { failureAction: Enforce } }] }')}`,
    'ClusterPolicy given',
  ],
])('%s is satisfied by what is given: %s', (id, given, expected) => {
  const check = allChecks.find(one => one.id === id) as WorkloadCheck;
  const { objects } = parseManifests(pod + given, 'inherited');
  const { index } = indexManifests('c', objects, '2026-01-01T00:00:00Z');
  const result = evaluateCheck(check, resolveWorkloads(index)[0], index);
  const from = result.evidence.map(
    ({ inheritedFrom }) => inheritedFrom && `${inheritedFrom.kind} ${inheritedFrom.name}`,
  );
  expect([result.verdict, from]).toEqual(['pass', expect.arrayContaining([expected])]);
});
