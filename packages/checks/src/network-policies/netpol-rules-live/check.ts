// The rules of the policies match something, and mean what they look like.
import { notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { deadPeers, looksMistaken, peerKinds, rulesOf, unknownPorts } from '../surprises';
import { directions, isolates, policiesSelecting } from '../selecting';

export const netpolRulesLive = defineCheck({
  id: 'netpol-rules-live',
  topic: 'network-policies',
  severity: 'low',
  advice: true,
  since: '1.0',
  title: 'Rules of NetworkPolicies match pods that exist',
  why: 'A label that was renamed leaves a rule that allows nobody, and no tool complains. One hyphen too many turns "these pods of that namespace" into "these pods, and everything of that namespace".',
  remediation:
    'Correct the selectors to labels that pods and namespaces carry. Write `namespaceSelector` and `podSelector` into one list item where both must match.',
  appliesWhen: 'A NetworkPolicy with rules selects the pods.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  ],
  reads: ['networking.k8s.io/v1/NetworkPolicy', 'v1/Namespace', ...peerKinds],
  evaluate(workload, index) {
    if (workload.podSpec.hostNetwork === true) return notApplicable("the pods use the node's network");
    const rules = policiesSelecting(workload, index).flatMap(policy =>
      directions
        .filter(direction => isolates(policy, direction))
        .flatMap(direction => rulesOf(policy, direction).map(rule => ({ policy, rule, direction }))),
    );
    if (rules.length === 0) return notApplicable('no NetworkPolicy with rules selects the pods');
    const found = rules.flatMap(({ policy, rule, direction }) => [
      ...deadPeers(policy, rule, index),
      ...looksMistaken(policy, rule, index),
      ...(direction === 'Ingress' ? unknownPorts(policy, rule, workload, index) : []),
    ]);
    const [first, ...more] = found.map(({ evidence }) => evidence);
    if (first) return warn([...new Set(found.map(({ what }) => what))].join('; '), first, ...more);
    return pass(`all ${rules.length} rules match something`);
  },
});
