// What a service may say in which shape; docker compose refuses a file that says anything else.
import type { Mapping } from './readComposeFile';
import { isMapping } from './readComposeFile';

/** Attributes of a service. See https://docs.docker.com/reference/compose-file/services/ */
const attributes = new Set(
  [
    'annotations attach blkio_config build cap_add cap_drop cgroup cgroup_parent command configs container_name',
    'cpu_count cpu_percent cpu_period cpu_quota cpu_rt_period cpu_rt_runtime cpu_shares cpus cpuset credential_spec',
    'depends_on deploy develop device_cgroup_rules devices dns dns_opt dns_search domainname entrypoint env_file',
    'environment expose extends external_links extra_hosts gpus group_add healthcheck hostname image init ipc',
    'isolation label_file labels links logging mac_address mem_limit mem_reservation mem_swappiness memswap_limit',
    'models network_mode networks oom_kill_disable oom_score_adj pid pids_limit platform ports post_start pre_start',
    'pre_stop privileged profiles provider pull_policy pull_refresh_after read_only restart runtime scale secrets',
    'security_opt shm_size stdin_open stop_grace_period stop_signal storage_opt sysctls tmpfs tty ulimits umask',
    'use_api_socket user userns_mode uts volumes volumes_from working_dir',
  ].flatMap(line => line.split(' ')),
);

const isText = (value: unknown) => typeof value === 'string';
const isSingle = (value: unknown) => value === null || typeof value !== 'object';
const isList = (value: unknown) => Array.isArray(value);
const isEither = (value: unknown) => isList(value) || isMapping(value);

/** Shapes of the attributes that are most often written wrong. A value that is not set is in order. */
const shapes: readonly [string, (value: unknown) => boolean, string][] = [
  ['image', isText, 'text'],
  ['container_name', isText, 'text'],
  ['restart', isText, 'text in quotes'],
  ['build', value => isText(value) || isMapping(value), 'a path or a mapping'],
  ['command', value => isText(value) || isList(value), 'text or a list'],
  ['entrypoint', value => isText(value) || isList(value), 'text or a list'],
  ['ports', isList, 'a list'],
  ['expose', isList, 'a list'],
  ['volumes', isList, 'a list'],
  ['environment', isEither, 'a mapping or a list'],
  ['labels', isEither, 'a mapping or a list'],
  ['networks', isEither, 'a mapping or a list'],
  ['depends_on', isEither, 'a mapping or a list'],
  ['deploy', isMapping, 'a mapping'],
  ['healthcheck', isMapping, 'a mapping'],
  ['extends', value => isText(value) || (isMapping(value) && isText(value.service)), 'the name of a service'],
];

const rangeOf = (text: string) => {
  const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  return from === undefined ? undefined : Number(to) - Number(from);
};

/** `9000-9091:8080-8081`: as many ports on both sides, unless many on the host are for one of the container. */
function unequalPorts(port: unknown): boolean {
  if (typeof port !== 'string') return false;
  const [container = '', host = ''] = port.split('/')[0].split(':').reverse();
  const [inside, outside] = [rangeOf(container), rangeOf(host)];
  return inside !== undefined && outside !== undefined && inside !== outside && inside !== 0;
}

/**
 * What is wrong with how a service is written, as its attribute and a message that quotes no value.
 *
 * @param service - as it stands after merging and extending
 */
export function misshapen(service: Mapping): { attribute: string; message: string }[] {
  const unknown = Object.keys(service)
    .filter(key => !attributes.has(key) && !key.startsWith('x-'))
    .map(key => ({
      attribute: key,
      message: `${/^\w{1,30}$/.test(key) ? key : 'a key'} is no attribute of a service`,
    }));
  const wrong = shapes
    .filter(([attribute, fits]) => (service[attribute] ?? undefined) !== undefined && !fits(service[attribute]))
    .map(([attribute, , shape]) => ({ attribute, message: `${attribute} must be ${shape}` }));
  const variables = isMapping(service.environment) ? Object.values(service.environment) : [];
  const nested = variables.every(isSingle)
    ? []
    : [{ attribute: 'environment', message: 'the value of a variable must be text, a number or a switch' }];
  const ports =
    isList(service.ports) && (service.ports as unknown[]).some(unequalPorts)
      ? [{ attribute: 'ports', message: 'a range of ports leads to one of another length' }]
      : [];
  const both =
    service.network_mode !== undefined && service.networks !== undefined
      ? [{ attribute: 'network_mode', message: 'network_mode and networks exclude each other' }]
      : [];
  return [...unknown, ...wrong, ...nested, ...ports, ...both];
}
