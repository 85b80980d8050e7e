// Istio's ambient mode: whether a pod's traffic would be redirected through the node's proxy, and whether it is.
import type { Intent, MeshNamespace, MeshPod } from './Intent';

const modeKey = 'istio.io/dataplane-mode';

/**
 * What the CNI plugin of Istio decides: the pod's own label beats the namespace's. A pod with a sidecar stays out.
 * See https://istio.io/latest/docs/ambient/usage/add-workloads/
 */
export function ambientIntent(pod: MeshPod, namespace: MeshNamespace): Intent {
  const mode = 'Istio ambient';
  const own = pod.labels[modeKey];
  if (own === 'ambient') return { mode, enrolled: true, asked: true, because: `pod label ${modeKey} is ambient` };
  if (own === 'none') return { mode, enrolled: false, asked: true, because: `pod label ${modeKey} is none` };
  const given = namespace.labels[modeKey];
  return given === 'ambient'
    ? { mode, enrolled: true, asked: true, because: `namespace label ${modeKey} is ambient`, byNamespace: true }
    : { mode, enrolled: false, asked: false, because: `neither namespace nor pod has the label ${modeKey}` };
}

/** Set by the CNI plugin once traffic is redirected; `pending` until then. */
export const redirectionKey = 'ambient.istio.io/redirection';
