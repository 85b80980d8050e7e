// Gathers the credentials that stand readable in a workload and in the ConfigMaps it uses.
import type { Evidence, ObjectView, Workload } from '@maturity-roadmap/engine';
import { credentialIn } from './credentials';
import { referencesOf } from './references';

const shown = (what: string, value: string) => `${what}, ${value.length} characters, not shown`;

/** `--password=x` or the argument behind `--password`. */
function credentialsInArguments(args: readonly unknown[]): { at: number; what: string }[] {
  return args.flatMap((argument, at) => {
    if (typeof argument !== 'string') return [];
    const [, flag, value] = /^--?([\w.-]+)(?:=(.*))?$/s.exec(argument) ?? [];
    const next = args[at + 1];
    const given = value ?? (typeof next === 'string' && !next.startsWith('-') ? next : '');
    const what = flag ? credentialIn(flag, given) : credentialIn('', argument);
    return what ? [{ at, what: shown(what, given || argument) }] : [];
  });
}

/** Credentials in environment values and arguments of the containers. */
export function plaintextInWorkload({ ref, containers }: Workload): Evidence[] {
  return containers.flatMap(({ container, path }) => {
    const fromEnv = (container.env ?? []).flatMap(({ name, value }): Evidence[] => {
      const what = typeof value === 'string' && credentialIn(name, value);
      const place = `${path}.env[${name}].value`;
      return what
        ? [{ object: ref, path: place, observed: shown(what, value!), expected: 'valueFrom.secretKeyRef' }]
        : [];
    });
    const fromArguments = (['command', 'args'] as const).flatMap(field =>
      credentialsInArguments(container[field] ?? []).map(({ at, what }): Evidence => ({
        object: ref,
        path: `${path}.${field}[${at}]`,
        observed: what,
        expected: 'a reference to a Secret',
      })),
    );
    return [...fromEnv, ...fromArguments];
  });
}

/** Credentials in the data of the ConfigMaps that the workload refers to. */
export function plaintextInConfigMaps(workload: Workload, index: ObjectView<'v1/ConfigMap'>): Evidence[] {
  const names = new Set(referencesOf(workload).flatMap(({ kind, name }) => (kind === 'ConfigMap' ? [name] : [])));
  return [...names].sort().flatMap(name => {
    const map = index.get('v1/ConfigMap', workload.namespace, name);
    return Object.entries(map?.data ?? {}).flatMap(([key, value]) => {
      const what = typeof value === 'string' && credentialIn(key, value);
      return what ? [index.evidence(map!, `data[${key}]`, shown(what, value), 'a Secret')] : [];
    });
  });
}
