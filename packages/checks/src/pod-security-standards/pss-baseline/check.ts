// Pods stay within the baseline of the Pod Security Standards: none of the known ways to take over the node is open.
import { defineCheck } from '../../defineCheck';
import { judgePodSecurity } from '../judgePodSecurity';

export const pssBaseline = defineCheck({
  id: 'pss-baseline',
  topic: 'pod-security-standards',
  severity: 'critical',
  since: '1.0',
  title: 'The pods meet the baseline Pod Security Standard',
  why: 'Baseline forbids what lets a container become its node: privileged mode, host namespaces, host paths, dangerous capabilities. One compromised pod outside of it is a compromised node, with every other pod on it.',
  remediation:
    'Remove the named fields. Where a workload really needs the node (a CNI or storage driver), run it in a namespace of its own that only the platform team may write to.',
  appliesWhen: 'always',
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
    'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
  ],
  reads: ['v1/Namespace'],
  evaluate: (workload, index) => judgePodSecurity(workload, 'baseline', index),
});
