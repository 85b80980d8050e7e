// Judges whether Linkerd refuses connections without a mesh identity for a workload.
import type { CheckResult, Fix, ObjectOf, ObjectRef, ObjectView, Workload } from '@maturity-roadmap/engine';
import { fail, fixTemplate, pass, pointerKey, selects, withFix } from '@maturity-roadmap/engine';
import type { MeshNamespace } from './Intent';
import { defaultInboundPolicy, skippedInboundPorts } from './linkerd';

export const linkerdMtlsKinds = [
  'policy.linkerd.io/v1beta3/Server',
  'policy.linkerd.io/v1alpha1/AuthorizationPolicy',
] as const;
type View = ObjectView<(typeof linkerdMtlsKinds)[number]>;
type Server = ObjectOf<'policy.linkerd.io/v1beta3/Server'>;

const unauthenticated = new Set(['all-unauthenticated', 'cluster-unauthenticated', 'audit']);
const identities = new Set(['MeshTLSAuthentication', 'ServiceAccount']);

/** What lets unauthenticated clients through a Server; undefined where nothing does. Without any policy it denies. */
function looseness(server: Server, index: View): string | undefined {
  if (unauthenticated.has(server.spec?.accessPolicy ?? 'deny')) return `accessPolicy ${server.spec?.accessPolicy}`;
  const loose = index
    .inNamespace('policy.linkerd.io/v1alpha1/AuthorizationPolicy', server.metadata.namespace ?? 'default')
    .filter(({ spec }) => {
      const target = spec?.targetRef;
      return target?.kind === 'Namespace' || (target?.kind === 'Server' && target.name === server.metadata.name);
    })
    .find(({ spec }) => !(spec?.requiredAuthenticationRefs ?? []).some(({ kind }) => identities.has(kind)));
  return loose && `AuthorizationPolicy ${loose.metadata.name} asks for no identity`;
}

/**
 * Meshed pods encrypt between each other by themselves; strict is what refuses the rest: the default inbound policy,
 * or a Server for every port. Neither may be undone by a policy without identity, nor by ports that skip the proxy.
 * See https://linkerd.io/2/features/server-policy/
 */
export function judgeLinkerdMtls(workload: Workload, namespace: MeshNamespace, index: View): CheckResult {
  const pod = { labels: workload.podLabels, annotations: workload.podAnnotations };
  const own = (observed: string, expected: string) => ({
    object: workload.ref,
    path: `${workload.podMetadataPath}.annotations`,
    observed,
    expected,
  });
  const skipped = skippedInboundPorts(pod, namespace);
  if (skipped) return fail(`inbound port ${skipped} skips the proxy`, own(`skip-inbound-ports ${skipped}`, 'none'));
  const servers = index
    .inNamespace('policy.linkerd.io/v1beta3/Server', workload.namespace)
    .filter(({ spec }) => spec?.podSelector && selects(spec.podSelector, workload.podLabels, 'nothing'));
  for (const server of servers) {
    const loose = looseness(server, index);
    if (loose)
      return fail(
        `Server ${server.metadata.name} accepts plaintext: ${loose}`,
        index.evidence(server, 'spec', loose, 'MeshTLSAuthentication'),
      );
  }
  const { policy, isStrict, byNamespace } = defaultInboundPolicy(pod, namespace);
  if (isStrict) {
    const row = own(policy, policy);
    const inherited = byNamespace ? { inheritedFrom: namespaceRef(workload.namespace, index) } : {};
    return pass(`the default inbound policy is ${policy}`, { ...row, ...inherited });
  }
  const open = uncoveredPorts(workload, servers);
  if (open.length > 0 || servers.length === 0) {
    const where = open.length > 0 ? `port ${open.join(', ')}` : 'all ports';
    const result = fail(
      `${policy} holds for ${where}: plaintext is accepted`,
      own(policy, 'all-authenticated, cluster-authenticated or deny'),
    );
    return withFix(result, authenticatedPolicy(workload, policy));
  }
  return pass(
    `a Server that asks for identity describes every declared port`,
    ...servers.map(one => index.evidence(one, 'spec.port', String(one.spec?.port))),
  );
}

/** Asks the same clients as before for an identity, in the workload's own template. */
function authenticatedPolicy(workload: Workload, policy: string): Fix | undefined {
  if (!policy.endsWith('-unauthenticated')) return undefined;
  const key = pointerKey('config.linkerd.io/default-inbound-policy');
  const pointer = `${workload.podMetadataPointer}/annotations/${key}`;
  return fixTemplate(workload, { [pointer]: policy.replace('-unauthenticated', '-authenticated') });
}

/** Names the namespace, whose annotation decides for all its pods. */
export function namespaceRef(name: string, { cluster }: { readonly cluster: string }): ObjectRef {
  return { cluster, apiVersion: 'v1', kind: 'Namespace', name };
}

function uncoveredPorts(workload: Workload, servers: readonly Server[]): (number | string)[] {
  return workload.containers
    .filter(({ longRunning }) => longRunning)
    .flatMap(({ container }) => (Array.isArray(container.ports) ? container.ports : []))
    .filter(({ protocol }) => (protocol ?? 'TCP') === 'TCP')
    .filter(
      port => !servers.some(({ spec }) => spec?.port === port.containerPort || (port.name && spec?.port === port.name)),
    )
    .map(({ containerPort }) => containerPort);
}
