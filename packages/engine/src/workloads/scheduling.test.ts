// Truth tables of node selection and toleration.
import type { PodSpec } from 'kubernetes-types/core/v1';
import type { Node } from './scheduling';
import { eligibleNodes, meetsRequirement, selectsNode, tolerates } from './scheduling';

const node = (name: string, labels: Record<string, string>, taints: object[] = []) =>
  ({ apiVersion: 'v1', kind: 'Node', metadata: { name, labels }, spec: { taints } }) as unknown as Node;
const podSpec = (spec: object) => ({ containers: [], ...spec }) as PodSpec;
const required = (nodeSelectorTerms: object[]) =>
  podSpec({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } } });

describe('meetsRequirement', () => {
  it.each([
    ['In', ['a'], true],
    ['In', ['b'], false],
    ['NotIn', ['b'], true],
    ['Exists', undefined, true],
    ['DoesNotExist', undefined, false],
    ['Near', ['a'], false],
  ])('%s %j of zone=a is %s', (operator, values, expected) => {
    expect(meetsRequirement({ key: 'zone', operator, values }, { zone: 'a' })).toBe(expected);
  });

  it('accepts an absent key for NotIn and compares numbers for Gt and Lt', () => {
    expect(meetsRequirement({ key: 'zone', operator: 'NotIn', values: ['a'] }, {})).toBe(true);
    expect(meetsRequirement({ key: 'cpus', operator: 'Gt', values: ['8'] }, { cpus: '16' })).toBe(true);
    expect(meetsRequirement({ key: 'cpus', operator: 'Lt', values: ['8'] }, { cpus: '16' })).toBe(false);
    expect(meetsRequirement({ key: 'cpus', operator: 'Gt', values: ['8'] }, {})).toBe(false);
  });
});

describe('selectsNode', () => {
  const inA = { matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] };
  const inB = { matchExpressions: [{ key: 'zone', operator: 'In', values: ['b'] }] };
  it('joins terms by OR and requirements by AND', () => {
    expect(selectsNode(required([inA, inB]), node('n', { zone: 'b' }))).toBe(true);
    const both = { matchExpressions: [...inA.matchExpressions, ...inB.matchExpressions] };
    expect(selectsNode(required([both]), node('n', { zone: 'b' }))).toBe(false);
  });
  it('matches nothing by an empty term', () => {
    expect(selectsNode(required([{}]), node('n', { zone: 'a' }))).toBe(false);
  });
  it('matches the name of the node by field', () => {
    const named = required([{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n'] }] }]);
    expect(selectsNode(named, node('n', {}))).toBe(true);
    expect(selectsNode(named, node('m', {}))).toBe(false);
  });
  it('needs every label of the node selector besides', () => {
    expect(selectsNode(podSpec({ nodeSelector: { zone: 'a', disk: 'ssd' } }), node('n', { zone: 'a' }))).toBe(false);
  });
});

describe('tolerates', () => {
  const taint = { key: 'team', value: 'ml', effect: 'NoSchedule' };
  it.each([
    [{ key: 'team', operator: 'Equal', value: 'ml', effect: 'NoSchedule' }, true],
    [{ key: 'team', value: 'ml' }, true],
    [{ key: 'team', value: 'web' }, false],
    [{ key: 'team', operator: 'Exists' }, true],
    [{ operator: 'Exists' }, true],
    [{ operator: 'Exists', effect: 'NoExecute' }, false],
    [{ key: 'other', operator: 'Exists' }, false],
  ])('%j: %s', (toleration, expected) => {
    expect(tolerates(toleration, taint)).toBe(expected);
  });
});

describe('eligibleNodes', () => {
  const pool = [{ key: 'pool', value: 'gpu', effect: 'NoSchedule' }];
  const cordoned = [{ key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }];
  const soft = [{ key: 'pool', value: 'gpu', effect: 'PreferNoSchedule' }];
  it('leaves out what a lasting taint repels, and keeps nodes that are cordoned just now', () => {
    const nodes = [node('gpu', {}, pool), node('cordoned', {}, cordoned), node('soft', {}, soft)];
    expect(eligibleNodes(podSpec({}), nodes).map(one => one.metadata.name)).toEqual(['cordoned', 'soft']);
    const tolerant = podSpec({ tolerations: [{ key: 'pool', operator: 'Exists' }] });
    expect(eligibleNodes(tolerant, nodes)).toHaveLength(3);
  });
});
