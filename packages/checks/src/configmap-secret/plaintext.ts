// Gathers the credentials that stand readable in a workload and in the ConfigMaps it uses.
import type { Evidence, ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';
import { credentialIn, credentialsInText } from './credentials';
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

/** Repeats the object as text, or is written by the cluster itself. */
const generated = /^(kubectl\.kubernetes\.io\/last-applied-configuration|deployment\.kubernetes\.io\/)/;

/** Credentials in annotations. Many name where a secret is, so a name alone tells nothing here. */
function plaintextInAnnotations({ ref, object, podAnnotations, podMetadataPath }: Workload): Evidence[] {
  const holders = [
    ['metadata', object.metadata.annotations ?? {}],
    ...(podMetadataPath === 'metadata' ? [] : [[podMetadataPath, podAnnotations] as const]),
  ] as const;
  return holders.flatMap(([path, annotations]) =>
    Object.entries(annotations).flatMap(([key, value]) => {
      const name = key.slice(key.lastIndexOf('/') + 1);
      const what = generated.test(key) || typeof value !== 'string' ? undefined : credentialIn(name, value, 'text');
      const place = `${path}.annotations[${key}]`;
      return what ? [{ object: ref, path: place, observed: shown(what, value), expected: 'no credential' }] : [];
    }),
  );
}

/** Credentials in environment values, arguments and annotations. */
export function plaintextInWorkload(workload: Workload): Evidence[] {
  const { ref, containers } = workload;
  const inContainers = containers.flatMap(({ container, path }) => {
    const fromEnv = (container.env ?? []).flatMap(({ name, value }): Evidence[] => {
      const what = typeof value === 'string' && credentialIn(String(name), value);
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
  return [...inContainers, ...plaintextInAnnotations(workload)];
}

type ConfigMap = ObjectOf<'v1/ConfigMap'>;

/** Several workloads may use a ConfigMap, and some hold long files. */
const remembered = new WeakMap<ConfigMap, readonly { key: string; observed: string }[]>();

function credentialsOf(map: ConfigMap): readonly { key: string; observed: string }[] {
  let found = remembered.get(map);
  if (!found) {
    found = Object.entries(map.data ?? {}).flatMap(([key, value]) => {
      if (typeof value !== 'string') return [];
      if (!value.trim().includes('\n')) {
        const what = credentialIn(key, value.trim());
        return what ? [{ key, observed: shown(what, value) }] : [];
      }
      return credentialsInText(value).map(({ name, what }) => ({
        key: name ? `${key}: ${name}` : key,
        observed: `${what}, not shown`,
      }));
    });
    remembered.set(map, found);
  }
  return found;
}

/** Credentials in the data of the ConfigMaps that the workload refers to. */
export function plaintextInConfigMaps(workload: Workload, index: ObjectView<'v1/ConfigMap'>): Evidence[] {
  const names = new Set(referencesOf(workload).flatMap(({ kind, name }) => (kind === 'ConfigMap' ? [name] : [])));
  return [...names].sort().flatMap(name => {
    const map = index.get('v1/ConfigMap', workload.namespace, name);
    return map
      ? credentialsOf(map).map(({ key, observed }) => index.evidence(map, `data[${key}]`, observed, 'a Secret'))
      : [];
  });
}
