// An object as a person would have written it, without what must not be shown.
import type { KubernetesObject } from '../model';
import { credential } from './credentials';

/** What the API server and controllers add to metadata, and no manifest holds. */
const written = ['uid', 'resourceVersion', 'generation', 'creationTimestamp', 'managedFields', 'selfLink'];
const applied = 'kubectl.kubernetes.io/last-applied-configuration';

const hidden = (text: string) => `(${text.length} character${text.length === 1 ? '' : 's'}, not shown)`;

/** Literals of the environment may be credentials whatever their name; arguments are where they say so themselves. */
function withoutCredentials(key: string, value: unknown): unknown {
  if (key === 'env' && Array.isArray(value))
    return value.map(entry =>
      typeof entry?.value === 'string' && entry.value !== '' ? { ...entry, value: hidden(entry.value) } : entry,
    );
  if ((key === 'args' || key === 'command') && Array.isArray(value))
    return value.map(one =>
      typeof one === 'string' && credential.test(one) ? `${one.slice(0, one.indexOf('=') + 1)}${hidden(one)}` : one,
    );
  return value;
}

/** A copy of an object without status, bookkeeping and credentials. */
export function presentable(object: KubernetesObject): object {
  const { status: _, ...rest } = JSON.parse(JSON.stringify(object, withoutCredentials)) as KubernetesObject & {
    status?: unknown;
  };
  const metadata = Object.fromEntries(Object.entries(rest.metadata).filter(([key]) => !written.includes(key)));
  const annotations = Object.entries(rest.metadata.annotations ?? {}).filter(([key]) => key !== applied);
  if (annotations.length > 0) metadata.annotations = Object.fromEntries(annotations);
  else delete metadata.annotations;
  return { ...rest, metadata };
}
