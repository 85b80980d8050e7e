// Configuration that running pods never see change: what they took as variables, or mounted by a path below.
import type { Workload } from '@maturity-roadmap/engine';
import type { ConfigReference } from './references';
import { referencesOf } from './references';

/** Volumes of which some container mounts a part only, which is never updated. */
function subPathVolumes({ podSpec, podSpecPath, containers }: Workload): Set<string> {
  const mounts = containers.flatMap(({ container }) => container.volumeMounts ?? []);
  const names = new Set(mounts.filter(({ subPath, subPathExpr }) => subPath || subPathExpr).map(({ name }) => name));
  return new Set(
    (podSpec.volumes ?? []).filter(({ name }) => names.has(name)).map(({ name }) => `${podSpecPath}.volumes[${name}]`),
  );
}

/**
 * The references whose change reaches only new pods. Plain volume mounts follow by themselves.
 * See https://kubernetes.io/docs/concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically
 */
export function frozenReferences(workload: Workload): ConfigReference[] {
  const parts = subPathVolumes(workload);
  return referencesOf(workload).filter(
    ({ path, isVariable, isPullSecret }) => !isPullSecret && (isVariable || (parts.size > 0 && parts.has(path))),
  );
}

const checksum = /(^|[/.-])(checksum|config-?hash|secret-?hash|configmap-?hash)([/.-]|$)/i;
const reloader = /^((configmap|secret)\.)?reloader\.stakater\.com\/(auto|search|reload)$|\/(auto|search|reload)$/;

/** The annotation by which a change of configuration starts a rollout. */
export function rolloutTrigger({ podAnnotations, object }: Workload): string | undefined {
  const own = Object.keys(object.metadata.annotations ?? {});
  const template = Object.keys(podAnnotations);
  return (
    template.find(key => checksum.test(key)) ??
    [...own, ...template].find(key => key.includes('reloader') && reloader.test(key))
  );
}

/** Kustomize ends the names of generated objects with a hash of their content, so that each change has a new name. */
export function hasHashedName({ name }: ConfigReference): boolean {
  return /-[bcdfghkmt2456789]{10}$/.test(name);
}
