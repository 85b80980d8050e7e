// Finds what `docker compose config` refuses: services without image, and names that nothing defines.
import type { ComposeProject } from './ComposeProject';
import { toMapping } from './mergeCompose';
import { isMapping } from './readComposeFile';
import { misshapen } from './serviceShape';

/** See https://docs.docker.com/reference/compose-file/ */
const topLevel = new Set('name version services networks volumes secrets configs models jobs include'.split(' '));

interface Problem {
  path: string;
  message: string;
}

/** Names a service uses of a top-level section. */
function namesUsed(section: string, value: unknown): string[] {
  if (section === 'networks') return Object.keys(toMapping(value)).filter(name => name !== 'default');
  const entries: unknown[] = Array.isArray(value) ? value : [];
  return entries.flatMap(entry => {
    if (isMapping(entry))
      return section !== 'volumes' || entry.type === 'volume' ? String(entry.source ?? '') || [] : [];
    if (typeof entry !== 'string') return [];
    if (section !== 'volumes') return entry;
    // Named volumes are words; paths begin with a dot, slash, tilde or drive, and variables may be either.
    const [source, target] = entry.split(':');
    return target !== undefined && /^\w[\w.-]+$/.test(source) ? source : [];
  });
}

/** The first cycle of `depends_on`, as names. Each service is entered once, so that many edges cost no more than few. */
function findCycle({ services }: ComposeProject): string[] | undefined {
  const done = new Set<string>();
  const follow = (name: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return undefined;
    done.add(name);
    for (const next of Object.keys(toMapping(services.get(name)?.depends_on))) {
      const cycle = follow(next, [...path, name]);
      if (cycle) return cycle;
    }
    return undefined;
  };
  for (const name of services.keys()) {
    const cycle = follow(name, []);
    if (cycle) return cycle;
  }
  return undefined;
}

function serviceProblems(name: string, project: ComposeProject): Problem[] {
  const service = project.services.get(name) ?? {};
  const path = `services.${name}`;
  const problems: Problem[] = misshapen(service).map(({ attribute, message }) => ({
    path: `${path}.${attribute}`,
    message: `service ${name}: ${message}`,
  }));
  if (!service.image && !service.build && !service.provider) {
    problems.push({ path, message: `service ${name} has neither image nor build` });
  }
  for (const other of Object.keys(toMapping(service.depends_on))) {
    const isOptional = (toMapping(service.depends_on)[other] as { required?: unknown } | null)?.required === false;
    if (project.services.has(other) || isOptional) continue;
    problems.push({
      path: `${path}.depends_on.${other}`,
      message: `service ${name} depends on ${other}, which is not defined`,
    });
  }
  for (const section of ['networks', 'volumes', 'secrets', 'configs']) {
    const defined = isMapping(project.data[section]) ? project.data[section] : {};
    for (const used of namesUsed(section, service[section])) {
      if (used in defined || used.includes('$')) continue;
      problems.push({
        path: `${path}.${section}`,
        message: `service ${name} uses ${used}, which ${section} does not define`,
      });
    }
  }
  return problems;
}

/** In the order of the file; names are not looked up if files are missing that may define them. */
export function composeProblems(project: ComposeProject): Problem[] {
  const { data, services, incomplete } = project;
  const unknownKeys = Object.keys(data)
    .filter(key => !topLevel.has(key) && !key.startsWith('x-'))
    .map(key => ({
      path: 'line 1',
      message: `${/^\w{1,30}$/.test(key) ? key : 'a key'} is no section of a compose file`,
    }));
  if (services.size === 0 && !incomplete) return [...unknownKeys, { path: 'services', message: 'it has no services' }];
  if (incomplete) return unknownKeys;
  const names = [...services.keys()];
  const cycle = findCycle(project);
  return [
    ...unknownKeys,
    ...names.flatMap(name => serviceProblems(name, project)),
    ...(cycle
      ? [{ path: `services.${cycle[0]}.depends_on`, message: `services wait for each other: ${cycle.join(' → ')}` }]
      : []),
  ];
}
