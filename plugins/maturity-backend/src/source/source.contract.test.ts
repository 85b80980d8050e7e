// The contract of sources, run on each implementation: what every environment must answer, well or broken.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { Source, SourceReading } from '@maturity-roadmap/backstage-plugin-maturity-node';
import type { KindId, KubernetesObject } from '@maturity-roadmap/engine';
import { resolveWorkloads, workloadKinds } from '@maturity-roadmap/engine';
import { FileTreeReader } from '../files/FileTreeReader';
import { indexReading } from '../index/indexReading';
import { ManifestSource } from './ManifestSource';

const object = (apiVersion: string, kind: string, name: string, rest: object = {}): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop', uid: `${kind}-${name}` },
  ...rest,
});
const pod = { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'c', image: 'a:1' }] } };
const objects = [
  ...['a', 'b', 'c'].map(name => object('apps/v1', 'Deployment', name, { spec: { template: pod } })),
  object('v1', 'Service', 'a', { spec: { selector: { app: 'a' } } }),
  object('networking.k8s.io/v1', 'NetworkPolicy', 'a', { spec: { podSelector: {} } }),
  object('security.istio.io/v1beta1', 'PeerAuthentication', 'default', { spec: { mtls: { mode: 'STRICT' } } }),
];
const kinds = new Set<KindId>([
  ...workloadKinds,
  'v1/Service',
  'v1/Secret',
  'networking.k8s.io/v1/NetworkPolicy',
  'security.istio.io/v1/PeerAuthentication',
  'keda.sh/v1alpha1/ScaledObject',
  '*/*/CustomResource',
]);
const now = () => new Date('2026-01-01T12:00:00Z');
const signal = new AbortController().signal;

interface Subject {
  source: Source;
  /** Makes the next reading fail as a whole. */
  breakIt(): void;
  cleanUp(): void;
}

function manifestSubject(): Subject {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-manifests-'));
  mkdirSync(join(folder, 'prod'));
  writeFileSync(join(folder, 'prod', 'all.yaml'), objects.map(one => JSON.stringify(one)).join('\n---\n'));
  const trees = new FileTreeReader(mockServices.urlReader.mock());
  return {
    source: new ManifestSource({ location: { folder } }, trees, now),
    breakIt: () => rmSync(folder, { recursive: true }),
    cleanUp: () => rmSync(folder, { recursive: true, force: true }),
  };
}

describe.each([['ManifestSource', manifestSubject]])('%s', (_name, create) => {
  let subject: Subject;
  const read = async (): Promise<SourceReading> => {
    const readings = await subject.source.read(kinds, signal);
    expect(readings).toHaveLength(1);
    return readings[0];
  };

  beforeEach(() => {
    subject = create();
  });
  afterEach(() => subject.cleanUp());

  it('names its environment, its instant and every object of the kinds asked for', async () => {
    const reading = await read();
    expect(reading).toMatchObject({ environment: 'prod', observedAt: '2026-01-01T12:00:00.000Z', problems: [] });
    expect(reading.error).toBeUndefined();
    expect(reading.objects.map(one => `${one.object.kind} ${one.object.metadata.name}`).sort()).toEqual(
      objects.map(one => `${one.kind} ${one.metadata.name}`).sort(),
    );
  });

  it('makes an index from which workloads are found and absence can be told', async () => {
    const { index } = indexReading(await read());
    expect(resolveWorkloads(index).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(index.inNamespace('security.istio.io/v1/PeerAuthentication', 'shop')).toHaveLength(1);
    expect(index.all('keda.sh/v1alpha1/ScaledObject')).toEqual([]);
    expect(index.state('v1/Secret').state).not.toBe('synced');
  });

  it('answers for its environments after a failure, with the objects of before gone stale', async () => {
    const before = indexReading(await read());
    subject.breakIt();
    const reading = await read();
    expect(reading).toMatchObject({ environment: 'prod', error: expect.any(String) });
    const after = indexReading(reading, before);
    expect(after.index.state('v1/Service')).toMatchObject({ state: 'stale', since: '2026-01-01T12:00:00.000Z' });
    expect(resolveWorkloads(after.index)).toHaveLength(3);
  });
});
