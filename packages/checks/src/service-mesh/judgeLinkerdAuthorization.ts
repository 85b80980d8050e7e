// Judges whether Linkerd lets only listed callers reach a workload.
import type { CheckResult, ObjectView, Workload } from '@maturity-roadmap/engine';
import { fail, pass, selects } from '@maturity-roadmap/engine';
import type { MeshNamespace } from './Intent';
import { namespaceRef } from './judgeLinkerdMtls';
import { defaultInboundPolicy } from './linkerd';

export const linkerdAuthorizationKinds = [
  'policy.linkerd.io/v1beta3/Server',
  'policy.linkerd.io/v1alpha1/AuthorizationPolicy',
] as const;

/** A Server lets in only whom a policy allows, unless its accessPolicy says otherwise. */
const denies = new Set(['deny', undefined]);

/** A policy for all Servers of the namespace, or for one of these, that asks nothing of callers. */
function policyForEveryone(
  namespace: string,
  servers: readonly { metadata: { name: string } }[],
  index: ObjectView<(typeof linkerdAuthorizationKinds)[number]>,
) {
  return index.inNamespace('policy.linkerd.io/v1alpha1/AuthorizationPolicy', namespace).find(({ spec }) => {
    const { kind, name } = spec?.targetRef ?? {};
    const isAbout =
      kind === 'Namespace' || (kind === 'Server' && servers.some(({ metadata }) => metadata.name === name));
    return isAbout && (spec?.requiredAuthenticationRefs ?? []).length === 0;
  });
}

/** A Server that denies by default lists callers; so does the default inbound policy `deny`. */
export function judgeLinkerdAuthorization(
  workload: Workload,
  namespace: MeshNamespace,
  index: ObjectView<(typeof linkerdAuthorizationKinds)[number]>,
): CheckResult {
  const pod = { labels: workload.podLabels, annotations: workload.podAnnotations };
  const servers = index
    .inNamespace('policy.linkerd.io/v1beta3/Server', workload.namespace)
    .filter(({ spec }) => spec?.podSelector && selects(spec.podSelector, workload.podLabels, 'nothing'));
  const open = servers.find(({ spec }) => !denies.has(spec?.accessPolicy));
  const { policy, byNamespace } = defaultInboundPolicy(pod, namespace);
  if (open) {
    const observed = String(open.spec?.accessPolicy);
    const reason = `Server ${open.metadata.name} lets callers in without a list: ${observed}`;
    return fail(reason, index.evidence(open, 'spec.accessPolicy', observed, 'deny'));
  }
  const row = { object: workload.ref, path: `${workload.podMetadataPath}.annotations`, observed: policy };
  const loose = servers.length > 0 ? policyForEveryone(workload.namespace, servers, index) : undefined;
  if (loose) {
    const reason = `AuthorizationPolicy ${loose.metadata.name} lets in everyone`;
    return fail(reason, index.evidence(loose, 'spec.requiredAuthenticationRefs', 'none', 'whom callers have to be'));
  }
  if (servers.length > 0) {
    const names = servers.map(({ metadata }) => metadata.name).join(', ');
    return pass(`only callers that a policy allows pass Server ${names}`, index.evidence(servers[0], 'spec', 'denies'));
  }
  if (policy === 'deny') {
    const inherited = byNamespace ? { inheritedFrom: namespaceRef(workload.namespace, index) } : {};
    return pass('the default inbound policy is deny', { ...row, ...inherited });
  }
  return fail(`no Server describes the pods, and the default inbound policy is ${policy}`, {
    ...row,
    expected: 'a Server',
  });
}
