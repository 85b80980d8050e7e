// What makes an operator dangerous to the cluster that it serves.
import type { ValidatingWebhook } from 'kubernetes-types/admissionregistration/v1';
import type { Evidence, ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';
import {
  grantEvidence,
  minutesSince,
  podsOf,
  rbacGrantsOf,
  rbacKinds,
  selects,
  servicesOf,
} from '@maturity-roadmap/engine';
import { belongsTo } from './belonging';
import type { Lease } from './leases';
import { holdsLease } from './leases';

export const operatorKinds = [
  'v1/Pod',
  'apps/v1/ReplicaSet',
  'batch/v1/Job',
  'v1/Service',
  'discovery.k8s.io/v1/EndpointSlice',
  'coordination.k8s.io/v1/Lease',
  'admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration',
  'admissionregistration.k8s.io/v1/MutatingWebhookConfiguration',
  ...rbacKinds,
] as const;
type OperatorView = ObjectView<(typeof operatorKinds)[number]>;
type Crd = ObjectOf<'apiextensions.k8s.io/v1/CustomResourceDefinition'>;

export interface OperatorGap {
  what: string;
  evidence: Evidence;
}

/** Each call to the API server waits this long at most for a webhook that does not answer; 10 seconds by default. */
const patientSeconds = 10;

/** A leader renews its Lease every few seconds. */
const renewMinutes = 5;

/** Groups of resources without which the cluster itself can't start pods. */
const vitalGroups = new Set(['', 'apps', 'batch', '*']);

const kubeSystem = { 'kubernetes.io/metadata.name': 'kube-system' };

/**
 * Several replicas that all act at once undo each other's work: one must hold a Lease. Its holder is the pod's name,
 * mostly with something behind it. See https://kubernetes.io/docs/concepts/architecture/leases/#leader-election
 */
export function leaderGaps(workload: Workload, index: OperatorView): OperatorGap[] {
  const pods = workload.object.metadata.uid === undefined ? [] : podsOf(workload, index);
  if (pods.length < 2 || index.state('coordination.k8s.io/v1/Lease').state !== 'synced') return [];
  const names = pods.map(({ metadata }) => metadata.name);
  const isFresh = ({ spec }: Lease) =>
    (minutesSince(spec?.renewTime, index) ?? Number.POSITIVE_INFINITY) <= renewMinutes;
  if (holdsLease(names, workload.namespace, isFresh, index)) return [];
  const observed = `${pods.length} pods, no Lease held by one`;
  const evidence = index.evidence(workload.object, 'spec.replicas', observed, 'a Lease that is renewed');
  return [{ what: `${pods.length} pods run without a leader`, evidence }];
}

/**
 * A webhook that must answer before anything is admitted can stop the whole cluster, itself included.
 * See https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/
 */
export function webhookGaps(workload: Workload, index: OperatorView): OperatorGap[] {
  const services = new Set(servicesOf(workload, index).map(({ metadata }) => metadata.name));
  const configurations = [
    ...index.all('admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration'),
    ...index.all('admissionregistration.k8s.io/v1/MutatingWebhookConfiguration'),
  ];
  return configurations.flatMap(configuration => {
    const isShipped = belongsTo(configuration, workload);
    return (configuration.webhooks ?? []).flatMap(webhook => {
      const { name, failurePolicy = 'Fail', timeoutSeconds = patientSeconds, clientConfig } = webhook;
      const service = clientConfig?.service;
      const isOwn = service?.namespace === workload.namespace && (isShipped || services.has(service.name));
      if (!isOwn || failurePolicy !== 'Fail') return [];
      const row = (field: string, observed: string, expected: string) =>
        index.evidence(configuration, `webhooks[${name}].${field}`, observed, expected);
      const gaps: OperatorGap[] = [];
      const silence = whySilent(service.name, workload, index);
      if (silence) {
        const evidence = row('clientConfig.service', `${service.name}: ${silence}`, 'a Service with ready endpoints');
        gaps.push({ what: `nobody answers webhook ${name}: Service ${service.name} ${silence}`, evidence });
      }
      if (timeoutSeconds > patientSeconds) {
        const evidence = row('timeoutSeconds', `${timeoutSeconds}`, `${patientSeconds} or less`);
        gaps.push({ what: `webhook ${name} may hold requests for ${timeoutSeconds} seconds`, evidence });
      }
      if (guardsVitals(webhook)) {
        const observed = JSON.stringify(webhook.namespaceSelector ?? 'not set');
        const evidence = row('namespaceSelector', observed, 'kube-system left out');
        gaps.push({ what: `webhook ${name} can block kube-system when it fails`, evidence });
      }
      return gaps;
    });
  });
}

function guardsVitals({ rules, namespaceSelector }: ValidatingWebhook): boolean {
  const isVital = (rules ?? []).some(({ apiGroups }) => (apiGroups ?? []).some(group => vitalGroups.has(group)));
  return isVital && selects(namespaceSelector, kubeSystem, 'everything');
}

/** Why nobody stands behind a Service; undefined where somebody does, or where that can't be told. */
function whySilent(name: string, { namespace, object }: Workload, index: OperatorView): string | undefined {
  if (!index.get('v1/Service', namespace, name)) return 'does not exist';
  // Endpoints are of a cluster; manifests have none.
  const isLive = object.metadata.uid !== undefined;
  if (!isLive || index.state('discovery.k8s.io/v1/EndpointSlice').state !== 'synced') return undefined;
  const isReady = index
    .inNamespace('discovery.k8s.io/v1/EndpointSlice', namespace)
    .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === name)
    .some(({ endpoints }) => (endpoints ?? []).some(({ conditions }) => conditions?.ready !== false));
  return isReady ? undefined : 'has no ready endpoint';
}

/**
 * Rights by wildcard grow with every kind that is installed later. Those on the operator's own groups are its own
 * business. See https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege
 */
export function wildcardGaps(workload: Workload, crds: readonly Crd[], index: OperatorView): OperatorGap[] {
  if (rbacKinds.some(kind => index.state(kind).state !== 'synced')) return [];
  const own = new Set(crds.map(({ spec }) => spec?.group));
  const isWild = ({ verbs, resources, apiGroups }: ReturnType<typeof rbacGrantsOf>[number]['rule']) =>
    [verbs, resources, apiGroups].some(list => list?.includes('*')) &&
    (resources ?? []).length > 0 &&
    !(apiGroups ?? []).every(group => own.has(group));
  const [grant] = rbacGrantsOf(workload, index).filter(({ rule }) => isWild(rule));
  if (!grant) return [];
  const { kind, metadata } = grant.role;
  const [evidence] = grantEvidence(grant, index, 'the verbs and resources that it uses');
  return [{ what: `${kind} ${metadata.name} gives it rights by wildcard`, evidence }];
}
