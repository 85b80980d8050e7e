// Who changed an object last, and by which release: what stands behind a change of verdict.
import type { KubernetesObject, ObjectOf, ObjectRef } from '../model';
import type { ObjectIndex } from '../objects';
import { derived } from '../objects';

/**
 * What changed an object.
 *
 * @public
 */
export interface ChangeCause {
  object: ObjectRef;
  /** What happened to the object. */
  change: 'created' | 'changed' | 'deleted';
  /** Field manager of the last write: `kubectl-client-side-apply`, `helm`, `argocd-controller`. */
  manager?: string;
  /** Instant of that write, ISO 8601. */
  at?: string;
  /** The release the object belongs to, if a tool delivers it. */
  release?: {
    tool: 'helm' | 'argo-cd' | 'flux';
    name: string;
    /** Chart version, or the commit that was applied. */
    revision?: string;
  };
}

interface ManagedFields {
  manager?: string;
  time?: string;
  subresource?: string;
}

/** Who writes an object's status does not change it for our purposes, unless nobody else does. */
function lastWrite(object: KubernetesObject): ManagedFields | undefined {
  const listed = (object.metadata as { managedFields?: unknown }).managedFields;
  const entries = (Array.isArray(listed) ? listed : []) as ManagedFields[];
  const latest = (some: readonly ManagedFields[]) =>
    some.reduce<ManagedFields | undefined>(
      (newest, entry) => ((entry.time ?? '') > (newest?.time ?? '') ? entry : (newest ?? entry)),
      undefined,
    );
  return latest(entries.filter(({ subresource }) => subresource !== 'status')) ?? latest(entries);
}

type Application = ObjectOf<'argoproj.io/v1alpha1/Application'>;
type Kustomization = ObjectOf<'kustomize.toolkit.fluxcd.io/v1/Kustomization'>;

/** Argo CD Applications by name. */
export const applicationsByName = derived(
  ['argoproj.io/v1alpha1/Application'],
  index => new Map(index.all('argoproj.io/v1alpha1/Application').map(one => [one.metadata.name, one])),
);

function syncedRevision(name: string, index: ObjectIndex): string | undefined {
  if (index.state('argoproj.io/v1alpha1/Application').state !== 'synced') return undefined;
  const { status } = (applicationsByName(index).get(name) ?? {}) as Application & { status?: { sync?: Revision } };
  return status?.sync?.revision;
}

interface Revision {
  revision?: string;
}

function appliedRevision(namespace: string, name: string, index: ObjectIndex): string | undefined {
  const kind = 'kustomize.toolkit.fluxcd.io/v1/Kustomization';
  if (index.state(kind).state !== 'synced') return undefined;
  const found = index.get(kind, namespace, name) as
    (Kustomization & { status?: { lastAppliedRevision?: string } }) | undefined;
  return found?.status?.lastAppliedRevision;
}

const argoTracking = 'argocd.argoproj.io/tracking-id';
const flux = 'kustomize.toolkit.fluxcd.io';

/** The release by the labels and annotations that each tool leaves on what it delivers. */
export function releaseOf({ metadata }: KubernetesObject, index: ObjectIndex): ChangeCause['release'] {
  const { labels = {}, annotations = {} } = metadata;
  const make = (tool: 'helm' | 'argo-cd' | 'flux', name: string, revision: string | undefined) => ({
    tool,
    name,
    ...(revision ? { revision } : {}),
  });
  const application = annotations[argoTracking]?.split(':')[0];
  if (application) return make('argo-cd', application, syncedRevision(application, index));
  const kustomization = labels[`${flux}/name`];
  if (kustomization)
    return make('flux', kustomization, appliedRevision(labels[`${flux}/namespace`] ?? '', kustomization, index));
  const release = labels['helm.toolkit.fluxcd.io/name'] ?? annotations['meta.helm.sh/release-name'];
  return release ? make('helm', release, labels['helm.sh/chart']) : undefined;
}

/**
 * What is known of who changed an object.
 *
 * @param object - as it was read, before anything was left out of it
 * @param index - of its cluster
 * @public
 */
export function causeOf(object: KubernetesObject, change: ChangeCause['change'], index: ObjectIndex): ChangeCause {
  const write = change === 'deleted' ? undefined : lastWrite(object);
  const release = releaseOf(object, index);
  return {
    object: index.ref(object),
    change,
    ...(write?.manager ? { manager: write.manager } : {}),
    ...(write?.time ? { at: write.time } : {}),
    ...(release ? { release } : {}),
  };
}
