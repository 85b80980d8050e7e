// Pods are hardened as the restricted Pod Security Standard asks: no root, no capabilities, confined by seccomp.
import { defineCheck } from '../../defineCheck';
import { judgePodSecurity } from '../judgePodSecurity';

export const pssRestricted = defineCheck({
  id: 'pss-restricted',
  topic: 'pod-security-standards',
  severity: 'high',
  since: '1.0',
  title: 'The pods meet the restricted Pod Security Standard',
  why: 'Restricted takes from a container what an attacker would use next: root, capabilities, privilege escalation, unfiltered system calls. Most workloads need none of it. Whatever violates baseline violates restricted too.',
  remediation:
    'Set `runAsNonRoot: true` and `seccompProfile.type: RuntimeDefault` for the pod, and `allowPrivilegeEscalation: false` and `capabilities.drop: [ALL]` for every container, init containers included.',
  appliesWhen: 'always',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  reads: ['v1/Namespace'],
  evaluate: (workload, index) => judgePodSecurity(workload, 'restricted', index),
});
