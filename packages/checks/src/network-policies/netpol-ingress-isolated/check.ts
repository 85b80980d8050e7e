// Only named peers reach the pods: some policy isolates them for incoming traffic.
import { defineCheck } from '../../defineCheck';
import { isolationKinds, judgeIsolation } from '../judgeIsolation';

export const netpolIngressIsolated = defineCheck({
  id: 'netpol-ingress-isolated',
  topic: 'network-policies',
  severity: 'high',
  since: '1.0',
  revisions: [{ since: '1.1', what: 'ClusterNetworkPolicy is evaluated instead of being unknown.' }],
  title: 'A NetworkPolicy isolates the pods for ingress',
  why: 'Without isolation every pod of the cluster can connect to every port of these pods. One compromised pod, of whatever team, then reaches them all.',
  remediation:
    'Add a NetworkPolicy with `podSelector: {}` and `policyTypes: [Ingress]` and no rules to the namespace, then one per workload that allows what it needs. The network plugin has to enforce policies; flannel and kubenet do not.',
  appliesWhen: "The pods do not use the node's network.",
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  ],
  reads: [...isolationKinds],
  evaluate: (workload, index) => judgeIsolation(workload, 'Ingress', index),
});
