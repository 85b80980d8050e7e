// Pods set only kernel parameters that act on themselves alone.
import type { Control, Finding, ReviewedPod } from './Control';
import { listOf } from './securityContexts';

const safe1_0 = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_syncookies',
];
const safe1_27 = [...safe1_0, 'net.ipv4.ip_local_reserved_ports'];
const safe1_29 = [
  ...safe1_27,
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
];
const safe1_32 = [...safe1_29, 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'];
const safe1_37 = [...safe1_32, 'net.ipv4.tcp_notsent_lowat', 'net.ipv4.tcp_slow_start_after_idle'];

const review =
  (safe: readonly string[]) =>
  ({ spec }: ReviewedPod): Finding[] =>
    listOf(spec.securityContext?.sysctls)
      .filter(({ name }) => !safe.includes(name))
      .map(({ name }) => ({
        path: `spec.securityContext.sysctls[${name}]`,
        observed: name,
        expected: 'only parameters of the safe set',
      }));

export const sysctls: Control = {
  id: 'sysctls',
  level: 'baseline',
  versions: [
    { minimum: 0, review: review(safe1_0) },
    { minimum: 27, review: review(safe1_27) },
    { minimum: 29, review: review(safe1_29) },
    { minimum: 32, review: review(safe1_32) },
    { minimum: 37, review: review(safe1_37) },
  ],
};
