// Pods that never came to be: what the API server refused when a controller asked for them.
import type { KubernetesObject } from '../model';
import type { ObjectView } from '../objects';
import type { Cause, DiagnosisKind, Event } from './Cause';

const refusals: readonly { id: string; pattern: RegExp; title: string; explanation: string }[] = [
  {
    id: 'quota-exceeded',
    pattern: /exceeded quota/i,
    title: 'the quota of the namespace is used up',
    explanation: 'Lower the requests, remove what is not needed, or ask for a larger ResourceQuota.',
  },
  {
    id: 'pod-security-refused',
    pattern: /violates PodSecurity/i,
    title: 'the Pod Security Standard of the namespace refuses the pod',
    explanation: 'Mend the fields that the message names in the pod template.',
  },
  {
    id: 'limit-range-refused',
    pattern: /(maximum|minimum) (cpu|memory|ephemeral-storage) usage per|must be less than or equal to .* limit/i,
    title: 'a LimitRange of the namespace refuses the pod',
    explanation: 'Bring requests and limits into its range.',
  },
  {
    id: 'service-account-missing',
    pattern: /serviceaccount "[^"]+" not found/i,
    title: 'the service account does not exist',
    explanation: 'Create it, or correct `serviceAccountName`.',
  },
  {
    id: 'webhook-failed',
    pattern: /failed calling webhook/i,
    title: 'an admission webhook does not answer',
    explanation: 'Nothing can be created until its service answers, or its failure policy is changed.',
  },
  {
    id: 'policy-refused',
    pattern: /admission webhook .* denied the request|denied request|ValidatingAdmissionPolicy/i,
    title: 'an admission policy refuses the pod',
    explanation: 'Mend what the message names.',
  },
];

/** The refusals among the events about the controllers of a workload. */
export function admissionCauses(
  owner: KubernetesObject,
  events: readonly Event[],
  index: ObjectView<DiagnosisKind>,
): Cause[] {
  const found = events.find(({ reason }) => reason === 'FailedCreate');
  if (!found) return [];
  const message = found.message ?? '';
  const refusal = refusals.find(({ pattern }) => pattern.test(message)) ?? {
    id: 'creation-failed',
    title: 'pods could not be created',
    explanation: '',
  };
  const { kind, metadata } = owner;
  return [
    {
      id: refusal.id,
      stage: 'admission',
      title: refusal.title,
      explanation: [refusal.explanation, `The API server says: ${message}`].filter(Boolean).join(' '),
      confidence: 'certain',
      evidence: [index.evidence(found, 'message', `FailedCreate: ${message}`)],
      command: `kubectl describe ${kind.toLowerCase()} ${metadata.name} -n ${metadata.namespace ?? 'default'}`,
      references: ['https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/'],
    },
  ];
}
