// What the workload asks of a node exists in the cluster, and it does not accept every node whatever its taints.
import type { Evidence } from '@maturity-roadmap/engine';
import { fail, notApplicable, pass, poolAdmits, requiredNodeTerms, selectsNode, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';

export const placementSatisfiable = defineCheck({
  id: 'placement-satisfiable',
  topic: 'affinity-taints',
  severity: 'medium',
  since: '1.0',
  title: 'Some node meets the node selector and affinity',
  why: 'A label that no node carries leaves the next pod pending, often long after the change that broke it. A toleration of everything puts pods on nodes that are reserved, broken or about to go.',
  remediation: 'Select labels that nodes or node pools carry, and name the key of each taint that is tolerated.',
  appliesWhen: 'The pod template has a node selector, required node affinity or a toleration of every taint.',
  references: [
    'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/',
    'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/',
  ],
  reads: ['v1/Node', 'karpenter.sh/v1/NodePool'],
  evaluate(workload, index) {
    const { podSpec, podSpecPath, ref } = workload;
    const row = (field: string, value: unknown, expected?: string): Evidence => ({
      object: ref,
      path: `${podSpecPath}.${field}`,
      observed: JSON.stringify(value),
      expected,
    });
    const blanket = (Array.isArray(podSpec.tolerations) ? podSpec.tolerations : []).find(
      ({ key, operator }) => !key && operator === 'Exists',
    );
    const tooTolerant = blanket && workload.kind !== 'DaemonSet' ? row('tolerations', blanket, 'a key') : undefined;
    const wishes: Evidence[] = [];
    const { nodeSelector } = podSpec;
    if (nodeSelector && Object.keys(nodeSelector).length > 0)
      wishes.push(row('nodeSelector', nodeSelector, 'a node has it'));
    const terms = requiredNodeTerms(podSpec);
    if (terms) wishes.push(row('affinity.nodeAffinity', terms, 'a node meets one term'));
    const [first, ...more] = wishes;
    if (!first && !tooTolerant) return notApplicable('it asks for no particular node');
    if (first) {
      const nodes = index.all('v1/Node').filter(node => selectsNode(podSpec, node)).length;
      const canGrow = nodes === 0 && index.all('karpenter.sh/v1/NodePool').some(pool => poolAdmits(podSpec, pool));
      if (nodes === 0 && !canGrow) return fail('no node and no NodePool meets what it asks for', first, ...more);
      const some = nodes === 1 ? '1 node meets it' : `${nodes} nodes meet it`;
      if (!tooTolerant) return pass(canGrow ? 'a NodePool could make such a node' : some, ...wishes);
    }
    return warn('it tolerates every taint there is', tooTolerant!, ...wishes);
  },
});
