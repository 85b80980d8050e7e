// The controls as a truth table: what each version of each level says to a pod that differs in one thing.
import type { PodSpec } from 'kubernetes-types/core/v1';
import type { PodSecurityLevel } from './controls/Control';
import type { PodSecurityVersion } from './evaluatePodSecurity';
import { evaluatePodSecurity, parsePodSecurityVersion } from './evaluatePodSecurity';

const hardened = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const confined = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };

function pod(change: object = {}, container: object = {}, context: object = {}): PodSpec {
  return {
    securityContext: { ...confined, ...context },
    containers: [{ name: 'app', image: 'x', securityContext: { ...hardened, ...container } }],
    ...change,
  } as PodSpec;
}

const violated = (spec: PodSpec, level: PodSecurityLevel, version: PodSecurityVersion, annotations = {}) =>
  [...new Set(evaluatePodSecurity(spec, { annotations }, level, version).map(({ control }) => control))].join(' ');

const sysctl = (name: string) => pod({}, {}, { sysctls: [{ name, value: '1' }] });
const windows = { os: { name: 'windows' } };
const ephemeral = { ephemeralContainers: [{ name: 'debug', securityContext: { privileged: true } }] };
const rootInUserNamespace = pod({ hostUsers: false }, {}, { runAsUser: 0, runAsNonRoot: false });

it.each<[string, PodSpec, PodSecurityLevel, PodSecurityVersion, string]>([
  ['a hardened pod', pod(), 'restricted', 'latest', ''],
  ['a hardened pod', pod(), 'restricted', 'v1.0', ''],
  ['a bare pod', { containers: [{ name: 'app' }] }, 'baseline', 'latest', ''],
  ['a bare pod', { containers: [{ name: 'app' }] }, 'restricted', 'v1.7', 'runAsNonRoot'],
  ['a bare pod', { containers: [{ name: 'app' }] }, 'restricted', 'v1.18', 'allowPrivilegeEscalation runAsNonRoot'],
  ['an ephemeral container', pod(ephemeral), 'baseline', 'latest', 'privileged'],
  ['NET_RAW', pod({}, { capabilities: { add: ['NET_RAW'] } }), 'baseline', 'latest', 'capabilities_baseline'],
  ['CHOWN', pod({}, { capabilities: { drop: ['ALL'], add: ['CHOWN'] } }), 'restricted', 'v1.21', ''],
  [
    'CHOWN',
    pod({}, { capabilities: { drop: ['ALL'], add: ['CHOWN'] } }),
    'restricted',
    'v1.22',
    'capabilities_restricted',
  ],
  ['a lower-case all', pod({}, { capabilities: { drop: ['all'] } }), 'restricted', 'latest', 'capabilities_restricted'],
  ['reserved ports', sysctl('net.ipv4.ip_local_reserved_ports'), 'baseline', 'v1.26', 'sysctls'],
  ['reserved ports', sysctl('net.ipv4.ip_local_reserved_ports'), 'baseline', 'v1.27', ''],
  ['keepalive', sysctl('net.ipv4.tcp_keepalive_time'), 'baseline', 'v1.28', 'sysctls'],
  ['keepalive', sysctl('net.ipv4.tcp_keepalive_time'), 'baseline', 'v1.29', ''],
  ['low water', sysctl('net.ipv4.tcp_notsent_lowat'), 'baseline', 'v1.36', 'sysctls'],
  ['low water', sysctl('net.ipv4.tcp_notsent_lowat'), 'baseline', 'v1.37', ''],
  ['a version to come', sysctl('net.ipv4.tcp_notsent_lowat'), 'baseline', 'v1.99', ''],
  [
    'engine type',
    pod({}, {}, { seLinuxOptions: { type: 'container_engine_t' } }),
    'baseline',
    'v1.30',
    'seLinuxOptions',
  ],
  ['engine type', pod({}, {}, { seLinuxOptions: { type: 'container_engine_t' } }), 'baseline', 'v1.31', ''],
  ['unmasked /proc', pod({ hostUsers: false }, { procMount: 'Unmasked' }), 'baseline', 'v1.34', 'procMount'],
  ['unmasked /proc', pod({ hostUsers: false }, { procMount: 'Unmasked' }), 'baseline', 'v1.35', ''],
  [
    'unmasked /proc',
    pod({ hostUsers: false }, { procMount: 'Unmasked' }),
    'restricted',
    'v1.35',
    'procMount_restricted',
  ],
  ['root in a user namespace', rootInUserNamespace, 'restricted', 'v1.34', 'runAsNonRoot runAsUser'],
  ['root in a user namespace', rootInUserNamespace, 'restricted', 'v1.35', ''],
  ['user 0', pod({}, {}, { runAsUser: 0 }), 'restricted', 'v1.22', ''],
  ['pod-level false', pod({}, { runAsNonRoot: true }, { runAsNonRoot: false }), 'restricted', 'latest', 'runAsNonRoot'],
  ['Windows', pod(windows, { allowPrivilegeEscalation: true }), 'restricted', 'v1.24', 'allowPrivilegeEscalation'],
  ['Windows', pod(windows, { allowPrivilegeEscalation: true }), 'restricted', 'v1.25', ''],
  ['hostPath', pod({ volumes: [{ name: 'v', hostPath: { path: '/' } }] }), 'baseline', 'latest', 'hostPathVolumes'],
  ['hostPath', pod({ volumes: [{ name: 'v', hostPath: { path: '/' } }] }), 'restricted', 'latest', 'restrictedVolumes'],
  ['image volume', pod({ volumes: [{ name: 'v', image: { reference: 'x' } }] }), 'restricted', 'v1.25', ''],
  ['misshapen lists', { containers: 'x', volumes: 3 } as unknown as PodSpec, 'restricted', 'latest', ''],
])('%s', (_what, spec, level, version, expected) => {
  expect(violated(spec, level, version)).toBe(expected);
});

it.each<[string, PodSecurityVersion, string]>([
  ['seccomp.security.alpha.kubernetes.io/pod', 'v1.18', 'seccompProfile_baseline'],
  ['seccomp.security.alpha.kubernetes.io/pod', 'v1.19', ''],
  ['container.seccomp.security.alpha.kubernetes.io/app', 'v1.0', 'seccompProfile_baseline'],
  ['container.apparmor.security.beta.kubernetes.io/app', 'latest', 'appArmorProfile'],
])('judges the annotation %s at %s', (annotation, version, expected) => {
  expect(violated(pod(), 'baseline', version, { [annotation]: 'unconfined' })).toBe(expected);
});

it('names the container and the field', () => {
  const [violation] = evaluatePodSecurity(
    { containers: [{ name: 'app', livenessProbe: { httpGet: { host: '10.0.0.1', port: 80 } } }] },
    undefined,
    'baseline',
    'v1.34',
  );
  expect(violation).toEqual({
    control: 'hostProbesAndHostLifecycle',
    container: 'app',
    path: 'spec.containers[app].livenessProbe.httpGet.host',
    observed: '10.0.0.1',
    expected: 'not set',
  });
});

it.each([
  ['latest', 'latest'],
  ['v1.25', 'v1.25'],
  ['1.25', undefined],
  ['v2.0', undefined],
  [undefined, undefined],
])('reads the version %s', (text, expected) => {
  expect(parsePodSecurityVersion(text)).toBe(expected);
});
