// The exemplar: one component that passes every check that can be asked of it, and fails each after one change.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Check, KubernetesObject, Verdict, Workload } from '@maturity-roadmap/engine';
import {
  evaluateCheck,
  indexManifests,
  indexRepository,
  kindIdOf,
  parseManifests,
  repositoryFileKind,
  resolveWorkloads,
} from '@maturity-roadmap/engine';
import { allChecks } from './generated/registry';

const examples = join(__dirname, '../../../examples');
/** Shortly after the newest timestamp of the example. */
const observedAt = '2026-11-24T08:00:00Z';

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}

/** What the example's component does not have, added so that more is asked of it. */
const additions = `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: payments-keys, namespace: payments }
spec: { target: { name: payments-keys }, secretStoreRef: { name: vault } }
---
apiVersion: autoscaling.k8s.io/v1
kind: VerticalPodAutoscaler
metadata: { name: payments-api, namespace: payments }
spec:
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: payments-api }
  updatePolicy: { updateMode: Recreate }
  resourcePolicy: { containerPolicies: [{ containerName: "*", controlledResources: [memory] }] }
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: internal }
spec: { controller: traefik.io/ingress-controller }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: payments-internal, namespace: payments }
spec:
  ingressClassName: internal
  tls: [{ hosts: [payments.internal.example], secretName: payments-internal-tls }]
  rules:
    - host: payments.internal.example
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: payments-api, port: { name: http } } } }] }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: payments-shared, namespace: payments }
spec: { accessModes: [ReadWriteMany], resources: { requests: { storage: 1Gi } } }
status: { phase: Bound }
`;

interface Template {
  spec: { template: { spec: { nodeSelector?: object; volumes: object[]; containers: { envFrom?: object[] }[] } } };
}

function readCluster(): KubernetesObject[] {
  const files = filesBelow(join(examples, 'clusters/prod-eu')).filter(path => path.endsWith('.yaml'));
  const read = [...files.map(path => readFileSync(path, 'utf8')), additions].flatMap(
    text => parseManifests(text, 'exemplar').objects,
  );
  const objects = read.map(({ object }) => object);
  const exemplar = objects.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'payments-api');
  const { template } = (exemplar as unknown as Template).spec;
  template.spec.nodeSelector = { 'kubernetes.io/os': 'linux' };
  template.spec.volumes.push({ name: 'shared', persistentVolumeClaim: { claimName: 'payments-shared' } });
  template.spec.containers[0].envFrom = [{ secretRef: { name: 'payments-keys' } }];
  return objects;
}

function readRepository(): { path: string; text: string }[] {
  const root = join(examples, 'repositories/payments-api');
  return filesBelow(root)
    .map(path => ({ path: path.slice(root.length + 1).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
    .filter(({ path }) => repositoryFileKind(path) !== undefined)
    .map(({ path, text }) => ({
      path,
      text:
        path === 'Dockerfile'
          ? text.replace('COPY cmd ./cmd\nCOPY internal ./internal\n', 'RUN apk add --no-cache git\nCOPY . .\n')
          : text,
    }));
}

/** Checks that one workload can't pass beside the others, and what they are asked of. */
const otherWorkloads: Readonly<Record<string, string>> = {
  'sts-headless-service': 'a StatefulSet',
  'sts-persistent-storage': 'a StatefulSet',
  'sts-rollout-healthy': 'a StatefulSet',
  'job-hygiene': 'a Job',
  'crd-well-formed': 'an operator',
  'operator-hardened': 'an operator',
  'custom-resources-healthy': 'a component with custom resources that report a status',
  'helm-release-healthy': 'a release of Helm, where this one is of Argo CD',
  'keda-healthy': 'a ScaledObject, where this one has an autoscaler of its own',
  'host-access-none': 'a host path, which the baseline of pod security forbids',
  'mesh-waypoint-bound': 'the ambient mode of a mesh, where this one has sidecars',
};

const cluster = readCluster();
const repositoryFiles = readRepository();
const indexOf = (objects: readonly KubernetesObject[]) =>
  indexManifests(
    'exemplar',
    objects.map(object => ({ object, file: '', line: 1 })),
    observedAt,
  ).index;
const isExemplar = ({ name }: Workload) => name === 'payments-api';
const index = indexOf(cluster);
const exemplar = resolveWorkloads(index).find(isExemplar)!;

function verdictOf(check: Check, files = repositoryFiles): Verdict {
  if (check.subject === 'workload') return evaluateCheck(check, exemplar, index).verdict;
  const repository = indexRepository(files, observedAt);
  const ref = { cluster: repository.cluster, apiVersion: 'repository/v1', kind: 'Repository', name: 'exemplar' };
  return evaluateCheck(check, { ref, workloads: [exemplar] }, repository).verdict;
}

const asked = allChecks.filter(({ id }) => !Object.hasOwn(otherWorkloads, id));

it.each(asked.map(check => [check.id, check] as const))('passes %s', (_id, check) => {
  expect(verdictOf(check)).toBe('pass');
});

it('lists as others only what does not apply to it', () => {
  const listed = allChecks.filter(({ id }) => Object.hasOwn(otherWorkloads, id));
  expect(listed.map(check => [check.id, verdictOf(check)])).toEqual(listed.map(({ id }) => [id, 'notApplicable']));
  expect(listed).toHaveLength(Object.keys(otherWorkloads).length);
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? value.map((item, at) => [at, item] as const) : Object.entries(value);
  return [...(path.length > 0 ? [path] : []), ...entries.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

const absent = Symbol('absent');

/** What a field might hold instead. */
function alternativesTo(value: unknown): unknown[] {
  if (typeof value === 'boolean') return [!value, absent];
  if (typeof value === 'number') return [0, value * 1000, absent];
  if (typeof value === 'string') return ['other', value === 'True' ? 'False' : `${value}x`, absent];
  return [absent, ...(Array.isArray(value) ? [[], [...value, value[0]]] : [{}])];
}

function changed(object: KubernetesObject, path: Path, alternative: unknown): KubernetesObject {
  const copy = JSON.parse(JSON.stringify(object)) as KubernetesObject;
  let parent = copy as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
  const last = path[path.length - 1];
  if (alternative !== absent) parent[last] = alternative;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}

const isBad = (verdict: Verdict) => verdict === 'fail' || verdict === 'warn';

interface Loose {
  metadata: Record<string, unknown>;
  spec: Record<string, never> & { template: { spec: Record<string, unknown>; metadata: { annotations?: object } } };
  status: Record<string, never> & { containerStatuses: Record<string, unknown>[] };
  report: { vulnerabilities: object[] };
}

/** Sets a field of the exemplar's object of a kind, by its name or else the first of the namespace. */
function edit(kind: string, how: (object: Loose) => void, name?: string): KubernetesObject {
  const object = cluster.find(
    one => one.kind === kind && (name ? one.metadata.name === name : one.metadata.namespace === 'payments'),
  );
  const copy = JSON.parse(JSON.stringify(object)) as KubernetesObject;
  how(copy as unknown as Loose);
  return copy;
}

const container = (object: Loose) => (object.spec.template.spec.containers as Record<string, unknown>[])[0];
const parse = (text: string) => parseManifests(text, '').objects.map(({ object }) => object);
const grant = (name: string, rule: string) =>
  parse(`
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: ${name} }
rules: [${rule}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: ${name} }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${name} }
subjects: [{ kind: ServiceAccount, name: payments-api, namespace: payments }]
`);
const failing = (status: object) => [
  edit('Pod', pod => {
    Object.assign(pod.status.containerStatuses[0], status);
    Object.assign(pod.status, { conditions: [] });
  }),
];

const policiesWith = (text: string, other: string) =>
  cluster
    .filter(({ kind }) => kind === 'ClusterPolicy')
    .map(policy => JSON.parse(JSON.stringify(policy).replaceAll(text, other)) as KubernetesObject);

function ready(pod: KubernetesObject): KubernetesObject {
  const { status } = pod as unknown as Loose;
  Object.assign(status, { conditions: [{ type: 'Ready', status: 'True' }] });
  return pod;
}

/** Changes that add something, or several fields at once, where no change of one field breaks a check. */
const changes: Readonly<
  Record<string, { put: () => KubernetesObject[]; drop?: (object: KubernetesObject) => boolean }>
> = {
  'pods-evictable': {
    put: () => [
      edit('Deployment', ({ spec }) => {
        const annotations = { ...spec.template.metadata.annotations, 'karpenter.sh/do-not-disrupt': 'true' };
        Object.assign(spec.template.metadata, { annotations });
      }),
    ],
  },
  'placement-satisfiable': {
    put: () => [edit('Deployment', ({ spec }) => (spec.template.spec.nodeSelector = { 'example.com/disk': 'fast' }))],
  },
  'config-no-plaintext-secrets': {
    put: () => [
      edit('Deployment', object => (container(object).env = [{ name: 'DB_PASSWORD', value: 'x9Kq2vLr7TzW' }])),
    ],
  },
  'secret-source-managed': {
    put: () => parse('apiVersion: v1\nkind: Secret\nmetadata: { name: payments-keys, namespace: payments }\n'),
    drop: ({ kind }) => kind === 'ExternalSecret',
  },
  'deployment-volume-mode': {
    put: () => [
      edit(
        'PersistentVolumeClaim',
        object => Object.assign(object.spec, { accessModes: ['ReadWriteOnce'] }),
        'payments-shared',
      ),
    ],
  },
  'events-clean': {
    put: () =>
      parse(`
apiVersion: v1
kind: Event
metadata: { name: payments-api.1, namespace: payments }
type: Warning
reason: FailedCreate
message: exceeded quota
count: 9
lastTimestamp: 2026-11-24T07:50:00Z
involvedObject: { kind: Deployment, name: payments-api, namespace: payments, uid: ${exemplar.object.metadata.uid} }
`),
  },
  'image-digest-consistent': {
    put: () => failing({ ready: true, imageID: `registry.example.com/a@sha256:${'0'.repeat(64)}` }).map(ready),
  },
  'image-pullable': { put: () => failing({ ready: false, state: { waiting: { reason: 'ImagePullBackOff' } } }) },
  'containers-stable': {
    put: () =>
      failing({
        restartCount: 7,
        lastState: { terminated: { exitCode: 137, reason: 'OOMKilled', finishedAt: '2026-11-24T07:00:00Z' } },
      }),
  },
  'autoscaling-considered': {
    put: () => [],
    drop: ({ kind }) => kind === 'HorizontalPodAutoscaler' || kind === 'VerticalPodAutoscaler',
  },
  'hpa-sole-owner': {
    put: () => [
      edit('Deployment', ({ metadata }) => {
        const [manager] = metadata.managedFields as { fieldsV1: { 'f:spec': Record<string, object> } }[];
        manager.fieldsV1['f:spec']['f:replicas'] = {};
      }),
    ],
  },
  'scan-no-fixable-critical': {
    put: () => [
      edit('VulnerabilityReport', ({ report }) =>
        report.vulnerabilities.push({
          vulnerabilityID: 'CVE-2026-1',
          severity: 'CRITICAL',
          fixedVersion: '2.0',
          resource: 'a',
        }),
      ),
    ],
  },
  'ingress-routes-unique': {
    put: () => [edit('Ingress', ({ metadata }) => (metadata.name = 'rival'), 'payments-internal')],
  },
  'policy-engine-covers': {
    put: () => policiesWith('"istio-ingress"]', '"istio-ingress","payments"]'),
    drop: ({ kind }) => kind.startsWith('Validating'),
  },
  'policy-enforced': {
    put: () => policiesWith('"Enforce"', '"Audit"'),
    drop: ({ kind }) => kind.startsWith('Validating'),
  },
  'policy-violations-none': {
    put: () => [
      ...cluster
        .filter(({ kind, metadata }) => kind === 'PolicyReport' && metadata.namespace === 'payments')
        .map(report => JSON.parse(JSON.stringify(report).replaceAll('"pass"', '"fail"')) as KubernetesObject),
    ],
  },
  'rbac-no-admin': { put: () => grant('all', '{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }') },
  'rbac-no-escalation': {
    put: () => grant('bind', '{ apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [bind] }'),
  },
  'rbac-no-exec': { put: () => grant('exec', '{ apiGroups: [""], resources: [pods/exec], verbs: [create] }') },
  'rbac-secrets-scoped': { put: () => grant('secrets', '{ apiGroups: [""], resources: [secrets], verbs: [list] }') },
  'service-exposure-intended': {
    put: () => [edit('Service', ({ spec }) => Object.assign(spec, { type: 'NodePort' }), 'payments-api')],
  },
  'service-selector-specific': {
    put: () =>
      [edit('Deployment', ({ metadata }) => Object.assign(metadata, { name: 'other', uid: 'other' }))].map(
        other =>
          JSON.parse(
            JSON.stringify(other)
              .replaceAll('"storefront"', '"elsewhere"')
              .replaceAll('kubernetes-id":"payments-api', 'kubernetes-id":"other'),
          ) as KubernetesObject,
      ),
  },
};

/** Checks of a rule that no change of this component could break. */
const unbreakable: Readonly<Record<string, string>> = {
  'pod-managed': 'a Deployment always manages its pods',
};

function verdictAfter(check: Check): Verdict {
  const { put, drop = () => false } = changes[check.id];
  const changedIndex = indexOf([...cluster.filter(object => !drop(object)), ...put()]);
  const subject = resolveWorkloads(changedIndex).find(isExemplar)!;
  return evaluateCheck(check, subject, changedIndex).verdict;
}

/** What other teams have changes nothing. */
const isNear = ({ metadata: { namespace } }: KubernetesObject) =>
  namespace === undefined || ['payments', 'istio-system', 'istio-ingress', 'kube-system', 'argocd'].includes(namespace);

/** The first change of one field of one object by which a check of workloads no longer passes. */
function breakingChange(check: Check): string | undefined {
  const kinds = new Set<string>(check.reads);
  const isRelated = (object: KubernetesObject) =>
    (object.kind === 'Deployment' && object.metadata.name === 'payments-api') ||
    (kinds.has(kindIdOf(object.apiVersion, object.kind) ?? '') && isNear(object));
  for (const object of cluster.filter(isRelated)) {
    for (const path of pathsOf(object)) {
      if (['apiVersion', 'kind'].includes(String(path[0])) || path[1] === 'name' || path[1] === 'uid') continue;
      const value = path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], object);
      for (const alternative of alternativesTo(value)) {
        const other = parseManifests(JSON.stringify(changed(object, path, alternative)), '').objects[0]?.object;
        if (!other) continue;
        index.remove(object);
        index.upsert(other);
        const subject = resolveWorkloads(index).find(isExemplar);
        const verdict = subject && evaluateCheck(check, subject, index).verdict;
        index.remove(other);
        index.upsert(object);
        if (verdict && isBad(verdict)) return `${object.kind} ${object.metadata.name} ${path.join('.')}`;
      }
    }
  }
  return undefined;
}

const ofWorkloads = asked.filter(({ subject, id }) => subject === 'workload' && !Object.hasOwn(unbreakable, id));

const isListed = ({ id }: Check) => Object.hasOwn(changes, id);

it.each(ofWorkloads.filter(isListed).map(check => [check.id, check] as const))('one change breaks %s', (_id, check) => {
  expect(verdictAfter(check)).toMatch(/^(fail|warn)$/);
});

it.each(ofWorkloads.filter(check => !isListed(check)).map(check => [check.id, check] as const))(
  'a change of one field breaks %s',
  (_id, check) => {
    expect(breakingChange(check)).toBeDefined();
  },
);
