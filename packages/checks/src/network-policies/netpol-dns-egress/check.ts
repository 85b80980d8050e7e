// Isolated pods can still resolve names: their policies allow DNS over UDP and TCP.
import type { CheckResult, ObjectView } from '@maturity-roadmap/engine';
import { fail, notApplicable, pass, unknown, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { adminKinds } from '../adminIsolation';
import { administratorsLetDns, allowsDns, dnsFix } from '../dns';
import { isolating } from '../selecting';

export const netpolDnsEgress = defineCheck({
  id: 'netpol-dns-egress',
  topic: 'network-policies',
  severity: 'medium',
  since: '1.0',
  title: 'Pods isolated for egress can reach DNS',
  why: 'Nearly every connection starts with a name. A default deny without an exception for DNS makes everything fail with timeouts that look like anything but a policy; without TCP only long answers fail.',
  remediation:
    'Allow egress to the pods of kube-dns in `kube-system`, and to node-local DNS where it is used, on port 53 for both UDP and TCP.',
  appliesWhen: 'A NetworkPolicy isolates the pods for egress.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/'],
  reads: ['networking.k8s.io/v1/NetworkPolicy', 'v1/Namespace', ...adminKinds],
  evaluate(workload, index) {
    if (workload.podSpec.hostNetwork === true) return notApplicable("the pods use the node's network");
    const policies = isolating(workload, 'Egress', index);
    if (policies.length === 0) return notApplicable('no NetworkPolicy isolates the pods for egress');
    // What Kubernetes itself sets on the namespace decides where the object can't be read.
    const known =
      index.state('v1/Namespace').state === 'synced' ? index.find('v1/Namespace', 'kube-system') : undefined;
    const labels = { 'kubernetes.io/metadata.name': 'kube-system', ...known?.metadata.labels };
    const missing = (['UDP', 'TCP'] as const).filter(
      protocol => !policies.some(policy => allowsDns(policy, protocol, workload.namespace, labels)),
    );
    // Another selector than by name may well mean the namespace, whose labels are not known.
    const isOpen =
      !known &&
      missing.every(protocol => policies.some(one => allowsDns(one, protocol, workload.namespace, undefined)));
    if (missing.length > 0 && isOpen) return unknownNamespace(index);
    const names = policies.map(({ metadata }) => metadata.name).join(', ');
    if (missing.length === 0) return pass(`DNS is allowed over UDP and TCP by ${names}`);
    if (missing.every(protocol => administratorsLetDns(workload, protocol, index)))
      return pass(`administrators allow DNS over ${missing.join(' and ')} to all that their policies select`);
    const [first, ...more] = policies.map(policy =>
      index.evidence(policy, 'spec.egress', `DNS over ${missing.join(' and ')} not allowed`, 'port 53 to kube-dns'),
    );
    const result = fail(`none of ${names} allows DNS over ${missing.join(' and ')}`, first, ...more);
    return withFix(result, dnsFix(policies[0], index.ref(policies[0])));
  },
});

/** Ends the check by the state of the kind; where it was read, the namespace is just not among the objects. */
function unknownNamespace(index: ObjectView<'v1/Namespace'>): CheckResult {
  index.all('v1/Namespace');
  return unknown('notReadable', 'the labels of the namespace that DNS runs in are not known');
}
