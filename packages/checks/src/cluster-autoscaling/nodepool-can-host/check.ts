// Karpenter can make a node for the workload whenever one is needed.
import { eligibleNodes, fail, notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import type { PoolFit } from '../nodePools';
import { hasRoom, poolFit } from '../nodePools';

const states: Record<PoolFit, string> = {
  fits: 'fits',
  excludes: 'excludes it',
  tooSmall: 'makes no node that large',
  notReady: 'is not ready',
  noNodeClass: 'names a node class that is not there',
  exhausted: 'is at its limit',
  frozen: 'never replaces its nodes: its budget is 0 at all times',
};

export const nodepoolCanHost = defineCheck({
  id: 'nodepool-can-host',
  topic: 'cluster-autoscaling',
  severity: 'medium',
  since: '1.0',
  title: 'A node pool can make nodes for the workload',
  why: 'Selectors and tolerations that no pool meets work only as long as an old node lives. A pool at its limit turns the next scale-up into pending pods.',
  remediation:
    'Match the node selector, affinity and tolerations to the requirements, labels and taints of a NodePool, keep its limits above the peak, and limit a budget of 0 to a schedule.',
  appliesWhen: 'Karpenter provides the nodes, and the workload is not a DaemonSet.',
  references: ['https://karpenter.sh/docs/concepts/nodepools/', 'https://karpenter.sh/docs/concepts/scheduling/'],
  reads: ['karpenter.sh/v1/NodePool', '*/*/CustomResource', 'v1/Node'],
  evaluate(workload, index) {
    if (workload.kind === 'DaemonSet') return notApplicable('a DaemonSet follows the nodes there are');
    const pools = index
      .all('karpenter.sh/v1/NodePool')
      .map(pool => ({ name: pool.metadata.name, pool, fit: poolFit(pool, workload, index) }));
    if (pools.length === 0) return notApplicable('no NodePool provides nodes here');
    const described = pools.map(({ pool, fit }) => index.evidence(pool, 'spec.template.spec.requirements', fit));
    const [first, ...more] = described;
    const fitting = pools.filter(({ fit }) => fit === 'fits').map(({ name }) => name);
    if (fitting.length > 0) return pass(`NodePool ${fitting.join(' and ')} can host it`, ...described);
    const busy = pools.filter(({ fit }) => fit !== 'excludes' && fit !== 'tooSmall');
    const reason = busy.map(({ name, fit }) => `NodePool ${name} ${states[fit]}`).join('; ');
    if (busy.length > 0) return warn(reason, first, ...more);
    const nodes = eligibleNodes(workload.podSpec, index.all('v1/Node')).filter(node => hasRoom(node, workload));
    if (nodes.length === 0) return fail('neither a NodePool nor a node meets what it asks for', first, ...more);
    const some = nodes.length === 1 ? '1 node' : `${nodes.length} nodes`;
    return warn(`fits ${some} that exist, but no NodePool could replace them`, first, ...more);
  },
});
