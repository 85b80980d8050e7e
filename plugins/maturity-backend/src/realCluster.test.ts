// A real API server, through the real Kubernetes plugin, with tokens that have just the rights of the generated role.
// Runs where KUBEBUILDER_ASSETS names etcd and kube-apiserver: `yarn test:cluster`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { allChecks, fieldsRead } from '@maturity-roadmap/checks';
import type { KindId } from '@maturity-roadmap/engine';
import { kindDefinition, workloadKinds } from '@maturity-roadmap/engine';
import { parse } from 'yaml';
import { LiveEnvironment } from './index/LiveEnvironment';
import { ClusterCollector } from './source/cluster/ClusterCollector';
import { KubernetesPluginGateway } from './source/KubernetesPluginGateway';
import type { KubernetesProcess } from './testing/processes';
import { startKubernetesPlugin } from './testing/processes';
import { RealApiServer } from './testing/realApiServer';

const assets = process.env.KUBEBUILDER_ASSETS ?? '';
const describeWithCluster = assets ? describe : describe.skip;
jest.setTimeout(300_000);

const callerToken = 'token-of-the-maturity-plugin';
const kinds = new Set<KindId>([...workloadKinds, ...allChecks.flatMap(({ reads }) => reads)]);
const container = { name: 'app', image: 'registry.example.com/shop/cart:1.0.0' };
const deployment = (name: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'shop', labels: { app: name } },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: { containers: [container] } },
  },
});
const deployments = '/apis/apps/v1/namespaces/shop/deployments';

describeWithCluster('a real API server', () => {
  let server: RealApiServer;
  let kubernetes: KubernetesProcess;
  let gateway: KubernetesPluginGateway;
  const stop = new AbortController();
  const running: Promise<void>[] = [];

  async function collect(cluster: string, secretMetadata = false): Promise<LiveEnvironment> {
    const live = new LiveEnvironment(cluster, { fields: fieldsRead });
    await new Promise<void>(resolve => {
      const parts = { gateway, cluster, kinds, sink: live, secretMetadata, onSettled: resolve, onTrouble: () => {} };
      running.push(new ClusterCollector(parts).run(stop.signal));
    });
    return live;
  }

  async function until(isTrue: () => boolean): Promise<number> {
    const started = performance.now();
    while (!isTrue() && performance.now() - started < 20_000) await delay(5);
    expect(isTrue()).toBe(true);
    return performance.now() - started;
  }

  beforeAll(async () => {
    server = new RealApiServer(assets);
    await server.start();
    await server.must('POST', '/api/v1/namespaces', { metadata: { name: 'shop' } });
    await server.must('POST', '/api/v1/namespaces', { metadata: { name: 'maturity' } });
    const reader = await server.tokenOf('maturity', 'reader');
    const nobody = await server.tokenOf('maturity', 'nobody');
    const role = parse(readFileSync(join(__dirname, '../../../docs/generated/clusterrole.yaml'), 'utf8'));
    const rbac = '/apis/rbac.authorization.k8s.io/v1';
    await server.must('POST', `${rbac}/clusterroles`, role);
    await server.must('POST', `${rbac}/clusterrolebindings`, {
      metadata: { name: 'maturity-reader' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role.metadata.name },
      subjects: [{ kind: 'ServiceAccount', name: 'reader', namespace: 'maturity' }],
    });
    for (let at = 0; at < 620; at++)
      await server.must('POST', '/api/v1/namespaces/shop/configmaps', {
        metadata: { name: `c${at}` },
        data: { a: 'b' },
      });
    await server.must('POST', '/api/v1/namespaces/shop/secrets', {
      metadata: { name: 'key' },
      data: { a: 'aHVudGVyMg==' },
    });
    await server.must('POST', deployments, deployment('cart'));
    const common = { url: server.url, skipTLSVerify: true, authProvider: 'serviceAccount' };
    kubernetes = await startKubernetesPlugin(
      [
        { name: 'reader', serviceAccountToken: reader, ...common },
        { name: 'nobody', serviceAccountToken: nobody, ...common },
      ],
      callerToken,
    );
    const discovery = mockServices.discovery.mock({ getBaseUrl: async () => kubernetes.baseUrl });
    const auth = mockServices.auth.mock({ getPluginRequestToken: async () => ({ token: callerToken }) });
    gateway = new KubernetesPluginGateway(auth, discovery);
  });

  afterAll(async () => {
    stop.abort();
    await Promise.all(running);
    await kubernetes?.stop();
    await server?.stop();
  });

  it('is read completely with the rights of the generated role, page by page, and followed by its watches', async () => {
    const live = await collect('reader');
    const unread = [...kinds].filter(kind => !['synced', 'notServed'].includes(live.index.state(kind).state));
    // Secrets and resources that nobody named are left out on purpose; files are in no cluster.
    expect(unread.filter(kind => kindDefinition(kind).provenance !== 'repository').sort()).toEqual([
      '*/*/CustomResource',
      'v1/Secret',
    ]);
    expect(live.index.heldIn('v1/ConfigMap', 'shop')).toHaveLength(620);
    expect(live.workloads('shop').map(({ name }) => name)).toEqual(['cart']);
    await server.must('POST', deployments, deployment('mail'));
    const seen = await until(() => live.workloads('shop').length === 2);
    expect(seen).toBeLessThan(5_000);
    await server.must('PATCH', `${deployments}/mail`, { spec: { replicas: 5 } });
    await until(() => live.workloads('shop').some(({ replicas }) => replicas === 5));
    await server.must('DELETE', `${deployments}/mail`);
    await until(() => live.workloads('shop').length === 1);
    expect(live.index.get('apps/v1/Deployment', 'shop', 'cart')?.metadata).not.toHaveProperty('resourceVersion');
  });

  it('says of every kind which rule is missing where the token has no rights', async () => {
    const live = await collect('nobody');
    expect(live.index.state('apps/v1/Deployment')).toMatchObject({
      state: 'forbidden',
      message: expect.stringContaining('grant list and watch on deployments of apps'),
    });
    expect(live.index.state('keda.sh/v1alpha1/ScaledObject')).toEqual({ state: 'notServed' });
  });

  it('reads kinds of an add-on once its definition is there', async () => {
    await server.must('POST', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions', {
      metadata: { name: 'scaledobjects.keda.sh' },
      spec: {
        group: 'keda.sh',
        scope: 'Namespaced',
        names: {
          kind: 'ScaledObject',
          plural: 'scaledobjects',
          singular: 'scaledobject',
          listKind: 'ScaledObjectList',
        },
        versions: [
          {
            name: 'v1alpha1',
            served: true,
            storage: true,
            schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
          },
        ],
      },
    });
    const scaled = {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata: { name: 'cart', namespace: 'shop' },
    };
    for (let attempt = 0; attempt < 50; attempt++) {
      const path = '/apis/keda.sh/v1alpha1/namespaces/shop/scaledobjects';
      if ((await server.call('POST', path, { ...scaled, spec: { minReplicaCount: 1 } })).status === 201) break;
      await delay(100);
    }
    const live = await collect('reader');
    expect(live.index.all('keda.sh/v1alpha1/ScaledObject').map(({ spec }) => spec)).toEqual([{ minReplicaCount: 1 }]);
  });

  it('learns nothing but metadata of Secrets', async () => {
    await server.must('POST', '/apis/rbac.authorization.k8s.io/v1/clusterroles', {
      metadata: { name: 'secret-metadata' },
      rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['list', 'watch'] }],
    });
    await server.must('POST', '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings', {
      metadata: { name: 'secret-metadata' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'secret-metadata' },
      subjects: [{ kind: 'ServiceAccount', name: 'reader', namespace: 'maturity' }],
    });
    const live = await collect('reader', true);
    expect(live.index.get('v1/Secret', 'shop', 'key')?.metadata.name).toBe('key');
    expect(JSON.stringify(live.index.held('v1/Secret'))).not.toContain('aHVudGVyMg');
  });
});
