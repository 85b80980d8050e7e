// Makes up a fleet: the objects of a cluster with many components, in sizes and relations as in practice.
import type { KubernetesObject } from '../../model';
import { podOf, podTemplate } from './podObjects';
import { teamObjects } from './teamObjects';

/** What a fleet is made from. The same numbers always make the same fleet. */
export interface FleetOptions {
  components: number;
  /** Components that share a namespace. */
  perNamespace?: number;
}

/** One component's share of the fleet. */
export interface FleetComponent {
  name: string;
  namespace: string;
  objects: KubernetesObject[];
}

/** Instant of observation; timestamps of objects lie before it. */
export const observedAt = '2026-06-01T12:00:00Z';

const uid = (kind: string, at: number, part = 0) =>
  `${kind.toLowerCase().padEnd(8, '0').slice(0, 8)}-0000-4000-8000-${String(at * 10 + part).padStart(12, '0')}`;

function controllerOf(apiVersion: string, kind: string, name: string, owner: string) {
  return [{ apiVersion, kind, name, uid: owner, controller: true, blockOwnerDeletion: true }];
}

/** The objects that controllers make of a Deployment: two revisions, and three pods of the newer one. */
function systemObjects(at: number, name: string, namespace: string, nodes: number): KubernetesObject[] {
  const deployment = uid('Deployment', at);
  const replicaSets = [1, 2].map(revision => ({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${name}-${revision}f7d8`,
      namespace,
      uid: uid('ReplicaSet', at, revision),
      labels: { app: name, 'pod-template-hash': `${revision}f7d8` },
      annotations: { 'deployment.kubernetes.io/revision': String(revision) },
      ownerReferences: controllerOf('apps/v1', 'Deployment', name, deployment),
    },
    spec: {
      replicas: revision === 2 ? 3 : 0,
      selector: { matchLabels: { app: name, 'pod-template-hash': `${revision}f7d8` } },
      template: podTemplate(at, name),
    },
    status: { replicas: revision === 2 ? 3 : 0, observedGeneration: 1 },
  }));
  const current = replicaSets[1].metadata;
  const pods = [0, 1, 2].map(replica => ({
    ...podOf(at, name, namespace, `node-${(at * 3 + replica) % nodes}`, replica),
    metadata: {
      name: `${current.name}-${replica}`,
      namespace,
      uid: uid('Pod', at, replica),
      creationTimestamp: '2026-05-20T08:00:00Z',
      labels: { ...podTemplate(at, name).metadata.labels, 'pod-template-hash': '2f7d8' },
      ownerReferences: controllerOf('apps/v1', 'ReplicaSet', current.name, current.uid),
    },
  }));
  const slice = {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: `${name}-x1`, namespace, labels: { 'kubernetes.io/service-name': name } },
    addressType: 'IPv4',
    ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
    endpoints: pods.map(pod => ({ addresses: [pod.status.podIP], conditions: { ready: true } })),
  };
  return [...replicaSets, ...pods, slice, vulnerabilityReport(at, name, namespace, current)];
}

function vulnerabilityReport(at: number, name: string, namespace: string, owner: { name: string; uid: string }) {
  const vulnerabilities = Array.from({ length: 3 + (at % 9) }, (_, position) => ({
    vulnerabilityID: `CVE-2026-${1000 + ((at * 31 + position) % 9000)}`,
    resource: 'libssl3',
    installedVersion: '3.0.11',
    fixedVersion: position % 2 ? '3.0.13' : '',
    severity: at % 11 === 0 && position === 1 ? 'CRITICAL' : 'MEDIUM',
    title: 'a flaw in how certificates with long chains are read',
    primaryLink: 'https://example.com/advisory',
  }));
  return {
    apiVersion: 'aquasecurity.github.io/v1alpha1',
    kind: 'VulnerabilityReport',
    metadata: {
      name: `replicaset-${owner.name}-${name}`,
      namespace,
      labels: { 'trivy-operator.container.name': name, 'trivy-operator.resource.kind': 'ReplicaSet' },
      ownerReferences: controllerOf('apps/v1', 'ReplicaSet', owner.name, owner.uid),
    },
    report: {
      updateTimestamp: '2026-05-30T03:00:00Z',
      artifact: { repository: `shop/${name}`, tag: `1.${at % 40}.0`, digest: `sha256:${'ab12'.repeat(16)}` },
      vulnerabilities,
    },
  };
}

/** Room for the fleet: some 30 pods on a node. */
const nodeCount = (components: number) => Math.max(3, Math.ceil(components / 10));

/** What the cluster has once, or once for each namespace. */
export function clusterObjects(components: number, perNamespace: number): KubernetesObject[] {
  const nodes = nodeCount(components);
  const zones = ['a', 'b', 'c'];
  return [
    ...Array.from({ length: nodes }, (_, at) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name: `node-${at}`,
        uid: uid('Node', at),
        labels: {
          'kubernetes.io/hostname': `node-${at}`,
          'kubernetes.io/os': 'linux',
          'topology.kubernetes.io/zone': `eu-1${zones[at % 3]}`,
        },
      },
      spec: {},
      status: {
        allocatable: { cpu: '16', memory: '64Gi', pods: '110' },
        conditions: [{ type: 'Ready', status: 'True' }],
      },
    })),
    ...Array.from({ length: Math.ceil(components / perNamespace) }, (_, at) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: `team-${at}`,
        labels: { 'kubernetes.io/metadata.name': `team-${at}`, 'pod-security.kubernetes.io/enforce': 'baseline' },
      },
    })),
    ...['view', 'edit', 'reader'].map(name => ({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name },
      rules: [{ apiGroups: [''], resources: ['configmaps', 'services'], verbs: ['get', 'list', 'watch'] }],
    })),
  ];
}

/** The components of a fleet, one after the other; about 20 objects each. */
export function* fleet({ components, perNamespace = 7 }: FleetOptions): Generator<FleetComponent> {
  for (let at = 0; at < components; at++) {
    const name = `service-${at}`;
    const namespace = `team-${Math.floor(at / perNamespace)}`;
    const objects = [
      ...teamObjects(at, name, namespace, uid('Deployment', at)),
      ...systemObjects(at, name, namespace, nodeCount(components)),
    ];
    yield { name, namespace, objects };
  }
}
