// Truth table of what a node pool could make for a pod.
import type { PodSpec } from 'kubernetes-types/core/v1';
import type { NodePool } from '../model';
import { poolAdmits } from './nodePools';

const pool = {
  apiVersion: 'karpenter.sh/v1',
  kind: 'NodePool',
  metadata: { name: 'general' },
  spec: {
    template: {
      metadata: { labels: { 'example.com/pool': 'general' } },
      spec: {
        requirements: [
          { key: 'kubernetes.io/arch', operator: 'In', values: ['amd64'] },
          { key: 'karpenter.k8s.aws/instance-category', operator: 'NotIn', values: ['t'] },
          { key: 'example.com/disk', operator: 'Exists' },
        ],
      },
    },
  },
} as NodePool;
const tainted = structuredClone(pool);
tainted.spec!.template!.spec!.taints = [{ key: 'batch', value: 'true', effect: 'NoSchedule' }];
const selecting = (key: string, value: string) => ({ containers: [], nodeSelector: { [key]: value } }) as PodSpec;
const requiring = (...matchExpressions: object[]) =>
  ({
    containers: [],
    affinity: {
      nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions }] } },
    },
  }) as unknown as PodSpec;

describe('poolAdmits', () => {
  it.each([
    ['kubernetes.io/arch', 'amd64', true],
    ['kubernetes.io/arch', 'arm64', false],
    ['example.com/pool', 'general', true],
    ['example.com/pool', 'batch', false],
    ['example.com/unheard-of', 'x', false],
    ['topology.kubernetes.io/zone', 'eu-1a', true],
    ['karpenter.sh/nodepool', 'general', true],
    ['karpenter.sh/nodepool', 'batch', false],
    ['karpenter.k8s.aws/instance-category', 't', false],
    ['karpenter.k8s.aws/instance-category', 'm', true],
    ['example.com/disk', 'ssd', true],
  ])('selecting %s=%s: %s', (key, value, expected) => {
    expect(poolAdmits(selecting(key, value), pool)).toBe(expected);
  });

  it('lets a pod stay away from a label that the pool does not give', () => {
    expect(poolAdmits(requiring({ key: 'gpu', operator: 'DoesNotExist' }), pool)).toBe(true);
    expect(poolAdmits(requiring({ key: 'gpu', operator: 'Exists' }), pool)).toBe(false);
  });

  it('makes no node for an empty term', () => {
    expect(poolAdmits(requiring(), pool)).toBe(false);
  });

  it('keeps pods away that do not tolerate its taint', () => {
    expect(poolAdmits({ containers: [] }, tainted)).toBe(false);
    expect(poolAdmits({ containers: [], tolerations: [{ key: 'batch', operator: 'Exists' }] }, tainted)).toBe(true);
  });
});
