// Istio's sidecar mode: whether a pod would be injected, and whether it was.
import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import type { Intent, MeshPod, MeshNamespace } from './Intent';

const injectKey = 'sidecar.istio.io/inject';
const revisionKey = 'istio.io/rev';

/**
 * What the injection webhooks of Istio decide. The label `istio-injection` of the namespace beats its revision, and
 * any value of it but `enabled` keeps every webhook away; the pod's own label counts only without both. At last the
 * pod's label, or else the older annotation, can still refuse. Any other value than `true` and `false` says nothing.
 * See https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy
 */
export function sidecarIntent(pod: MeshPod, namespace: MeshNamespace): Intent {
  const mode = 'Istio sidecar';
  const own = pod.labels[injectKey];
  if (own === 'false') return { mode, enrolled: false, asked: true, because: `pod label ${injectKey} is false` };
  const selected = selectedBy(pod, namespace);
  if (!selected.enrolled) return { mode, ...selected };
  if (own === undefined && pod.annotations[injectKey] === 'false')
    return { mode, enrolled: false, asked: true, because: `pod annotation ${injectKey} is false` };
  return { mode, ...selected };
}

function selectedBy({ labels }: MeshPod, namespace: MeshNamespace): Omit<Intent, 'mode'> {
  const injection = namespace.labels['istio-injection'];
  if (injection !== undefined) {
    const because = `namespace label istio-injection is ${injection}`;
    return { enrolled: injection === 'enabled', asked: true, because, byNamespace: true };
  }
  const revision = namespace.labels[revisionKey];
  if (revision)
    return { enrolled: true, asked: true, because: `namespace label ${revisionKey} is ${revision}`, byNamespace: true };
  if (labels[revisionKey])
    return { enrolled: true, asked: true, because: `pod label ${revisionKey} is ${labels[revisionKey]}` };
  if (labels[injectKey] === 'true') return { enrolled: true, asked: true, because: `pod label ${injectKey} is true` };
  return { enrolled: false, asked: false, because: `neither namespace nor pod asks for injection by label` };
}

const listOf = (list: Container[] | undefined) => (Array.isArray(list) ? list : []);

/** Whether a pod runs a container of this name for its whole life: regular, or init with `restartPolicy: Always`. */
export function runsContainer(spec: PodSpec | undefined, name: string): boolean {
  for (const one of listOf(spec?.containers)) if (one?.name === name) return true;
  for (const one of listOf(spec?.initContainers)) if (one?.name === name && one.restartPolicy === 'Always') return true;
  return false;
}
