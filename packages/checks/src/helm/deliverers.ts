// Who delivers an object, by the marks that Helm, Argo CD and Flux leave on it.
import type { KubernetesObject } from '@maturity-roadmap/engine';
import { apiGroup } from '@maturity-roadmap/engine';

/** A mark on an object that names what delivered it. */
export interface Deliverer {
  tool: 'Argo CD' | 'Flux HelmRelease' | 'Flux Kustomization' | 'Helm';
  /** Name of the Application, HelmRelease, Kustomization or release. */
  name: string;
  /** Where that lives, as far as the mark says. */
  namespace?: string;
  /** Field that carries the mark, and its value. */
  path: string;
  observed: string;
}

const trackingId = 'argocd.argoproj.io/tracking-id';
const argoInstance = 'argocd.argoproj.io/instance';
const releaseName = 'meta.helm.sh/release-name';

/** What Flux writes on the objects that it delivers. https://fluxcd.io/flux/components/kustomize/kustomizations/ */
const fluxMarks = [
  {
    tool: 'Flux HelmRelease',
    nameLabel: 'helm.toolkit.fluxcd.io/name',
    namespaceLabel: 'helm.toolkit.fluxcd.io/namespace',
  },
  {
    tool: 'Flux Kustomization',
    nameLabel: 'kustomize.toolkit.fluxcd.io/name',
    namespaceLabel: 'kustomize.toolkit.fluxcd.io/namespace',
  },
] as const;

/**
 * What delivers the object, the outermost first: an Application or a Flux object over the Helm release it makes.
 *
 * Argo CD renders charts by itself and leaves no release behind, so a missing Helm mark is no sign against Helm.
 */
export function deliverersOf(object: KubernetesObject): Deliverer[] {
  const { labels = {}, annotations = {} } = object.metadata;
  const found: Deliverer[] = [];
  const argo = argoMark(object);
  if (argo && !argo.copiedFrom) found.push(argo.deliverer);
  for (const { tool, nameLabel, namespaceLabel } of fluxMarks) {
    const name = labels[nameLabel];
    if (!name) continue;
    const path = `metadata.labels[${nameLabel}]`;
    found.push({ tool, name, namespace: labels[namespaceLabel], path, observed: name });
  }
  // Helm itself refuses to adopt an object unless it carries both. https://helm.sh/docs/topics/charts/
  const release = annotations[releaseName];
  if (release && labels['app.kubernetes.io/managed-by'] === 'Helm') {
    const path = `metadata.annotations[${releaseName}]`;
    const namespace = annotations['meta.helm.sh/release-namespace'];
    found.push({ tool: 'Helm', name: release, namespace, path, observed: release });
  }
  return found;
}

/**
 * Argo CD's mark. A tracking id is `<application>:<group>/<kind>:<namespace>/<name>`; operators copy annotations from
 * the object they were given to those they make, so it counts only if it names this very object.
 * See https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/
 */
export function argoMark(object: KubernetesObject): { deliverer: Deliverer; copiedFrom?: string } | undefined {
  const { name, namespace, annotations, labels } = object.metadata;
  const id = annotations?.[trackingId];
  if (id) {
    const [application, groupKind, ...rest] = id.split(':');
    const target = rest.join(':');
    const isThis =
      groupKind === `${apiGroup(object.apiVersion)}/${object.kind}` &&
      (target === `${namespace}/${name}` || (!namespace && target.endsWith(`/${name}`)));
    const path = `metadata.annotations[${trackingId}]`;
    const deliverer = { tool: 'Argo CD' as const, ...applicationName(application), path, observed: id };
    return isThis ? { deliverer } : { deliverer, copiedFrom: `${groupKind?.replace(/^.*\//, '')} ${target}` };
  }
  const instance = labels?.[argoInstance];
  if (!instance) return undefined;
  const path = `metadata.labels[${argoInstance}]`;
  return { deliverer: { tool: 'Argo CD', ...applicationName(instance), path, observed: instance } };
}

/** An Application outside Argo CD's own namespace is called `<namespace>_<name>`; neither part holds an underscore. */
function applicationName(qualified: string): { name: string; namespace?: string } {
  const parts = qualified.split('_');
  return parts.length === 2 ? { namespace: parts[0], name: parts[1] } : { name: qualified };
}
