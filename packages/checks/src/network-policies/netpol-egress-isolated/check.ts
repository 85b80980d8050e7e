// The pods reach only named peers: some policy isolates them for outgoing traffic.
import { defineCheck } from '../../defineCheck';
import { isolationKinds, judgeIsolation } from '../judgeIsolation';

export const netpolEgressIsolated = defineCheck({
  id: 'netpol-egress-isolated',
  topic: 'network-policies',
  severity: 'medium',
  since: '1.0',
  revisions: [{ since: '1.1', what: 'ClusterNetworkPolicy is evaluated instead of being unknown.' }],
  title: 'A NetworkPolicy isolates the pods for egress',
  why: 'Without isolation a compromised pod can fetch tools, send data away and explore the cluster. What the pods need to reach is usually a short list.',
  remediation:
    'Add a NetworkPolicy with `podSelector: {}` and `policyTypes: [Egress]` and no rules to the namespace, then one per workload that allows what it needs. The network plugin has to enforce policies; flannel and kubenet do not.',
  appliesWhen: "The pods do not use the node's network.",
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  ],
  reads: [...isolationKinds],
  evaluate: (workload, index) => judgeIsolation(workload, 'Egress', index),
});
