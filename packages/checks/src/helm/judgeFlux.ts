// Judges a Flux HelmRelease or Kustomization by its conditions.
import type { CheckResult, FluxObject, ObjectView } from '@maturity-roadmap/engine';
import { derived, fail, groupBy, pass, unknown, warn } from '@maturity-roadmap/engine';
import type { Deliverer } from './deliverers';

type FluxView = ObjectView<'helm.toolkit.fluxcd.io/v2/HelmRelease' | 'kustomize.toolkit.fluxcd.io/v1/Kustomization'>;

const byName = (objects: readonly FluxObject[]) => groupBy(objects, ({ metadata }) => metadata.name);

const releasesByName = derived(['helm.toolkit.fluxcd.io/v2/HelmRelease'], index =>
  byName(index.all('helm.toolkit.fluxcd.io/v2/HelmRelease')),
);
const kustomizationsByName = derived(['kustomize.toolkit.fluxcd.io/v1/Kustomization'], index =>
  byName(index.all('kustomize.toolkit.fluxcd.io/v1/Kustomization')),
);

function fluxObjectOf({ tool, name, namespace }: Deliverer, index: FluxView): FluxObject | undefined {
  const objects = tool === 'Flux HelmRelease' ? releasesByName(index) : kustomizationsByName(index);
  return objects.get(name)?.find(({ metadata }) => !namespace || metadata.namespace === namespace);
}

/**
 * Ready passes. `Reconciling` and a status behind the spec can't be told yet; `Ready=Unknown` is a reconciliation
 * under way. See https://fluxcd.io/flux/components/kustomize/kustomizations/#conditions
 */
export function judgeFlux(deliverer: Deliverer, index: FluxView): CheckResult {
  const object = fluxObjectOf(deliverer, index);
  const name = `${deliverer.tool.slice('Flux '.length)} ${deliverer.name}`;
  if (!object) return unknown('notReadable', `${name} is not in this cluster: Flux may run in another`);
  const suspended = index.evidence(object, 'spec.suspend', 'true', 'false');
  if (object.spec?.suspend) return warn(`${name} is suspended: commits no longer reach the cluster`, suspended);
  const conditions = object.status?.conditions ?? [];
  const ready = conditions.find(({ type }) => type === 'Ready');
  const behind = (object.status?.observedGeneration ?? 0) < (object.metadata.generation ?? 0);
  if (!ready || behind || ready.status === 'Unknown') return unknown('notSettled', `${name} is being reconciled`);
  const seen = index.evidence(object, 'status.conditions[Ready]', `${ready.status}: ${ready.reason ?? ''}`, 'True');
  if (ready.status === 'True') return pass(`${name} is ready`, seen);
  return fail(`${name} is not ready: ${ready.reason ?? 'no reason given'}`, seen);
}
