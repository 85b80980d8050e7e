// Where the manifest of an object is kept, as far as the tools that deliver it say so.
import type { KubernetesObject, ObjectRef } from '../model';
import type { ObjectIndex } from '../objects';
import { applicationsByName, releaseOf } from './causeOf';

/**
 * The release that an object belongs to, and where it is declared.
 *
 * @public
 */
export interface Delivery {
  object: ObjectRef;
  tool: 'helm' | 'argo-cd' | 'flux';
  /** Name of the release, Application or Kustomization. */
  name: string;
  /** URL of the repository that holds the manifests. */
  repository?: string;
  /** Folder in it. */
  path?: string;
}

const application = 'argoproj.io/v1alpha1/Application';
const kustomization = 'kustomize.toolkit.fluxcd.io/v1/Kustomization';

function placeOf(tool: Delivery['tool'], name: string, object: KubernetesObject, index: ObjectIndex) {
  if (tool === 'argo-cd' && index.state(application).state === 'synced') {
    const { spec } = applicationsByName(index).get(name) ?? {};
    const source = spec?.source ?? spec?.sources?.[0];
    return { repository: source?.repoURL, path: source?.path };
  }
  if (tool === 'flux' && index.state(kustomization).state === 'synced') {
    const namespace = object.metadata.labels?.['kustomize.toolkit.fluxcd.io/namespace'] ?? '';
    return { path: index.get(kustomization, namespace, name)?.spec?.path };
  }
  return {};
}

/**
 * What delivers an object; undefined if nothing known does.
 *
 * @public
 */
export function deliveryOf(object: KubernetesObject, index: ObjectIndex): Delivery | undefined {
  const release = releaseOf(object, index);
  if (!release) return undefined;
  const { tool, name } = release;
  const { repository, path } = placeOf(tool, name, object, index);
  return {
    object: index.ref(object),
    tool,
    name,
    ...(repository ? { repository } : {}),
    ...(path ? { path } : {}),
  };
}
