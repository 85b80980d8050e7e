// What is wrong with a CustomResourceDefinition, by its spec and by what the API server says of it.
import type { Evidence, ObjectOf, ObjectView } from '@maturity-roadmap/engine';

export type Crd = ObjectOf<'apiextensions.k8s.io/v1/CustomResourceDefinition'>;

type CrdView = ObjectView<'apiextensions.k8s.io/v1/CustomResourceDefinition' | 'v1/Service'>;

export interface CrdDefect {
  what: string;
  evidence: Evidence;
}

/** Which status of a condition tells a defect. */
const conditionDefects = [
  { type: 'Established', bad: 'False', what: 'is not served' },
  { type: 'NamesAccepted', bad: 'False', what: 'has names that another definition uses' },
  { type: 'NonStructuralSchema', bad: 'True', what: 'has a schema that is not structural' },
] as const;

/**
 * The defects of a definition. Conditions count only where the API server has written them; the rest is judged in
 * manifests too.
 * See https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/
 */
export function crdDefects(crd: Crd, index: CrdView): CrdDefect[] {
  const defect = (what: string, path: string, observed: string, expected?: string): CrdDefect => ({
    what,
    evidence: index.evidence(crd, path, observed, expected),
  });
  const defects: CrdDefect[] = [];
  for (const { type, bad, what } of conditionDefects) {
    const condition = crd.status?.conditions?.find(one => one.type === type);
    if (condition?.status !== bad) continue;
    defects.push(defect(what, `status.conditions[${type}]`, `${bad}: ${condition.message ?? condition.reason ?? ''}`));
  }
  const versions = crd.spec?.versions ?? [];
  const stored = versions.filter(({ storage }) => storage);
  if (stored.length !== 1) {
    defects.push(defect('does not have exactly one storage version', 'spec.versions', `${stored.length}`, '1'));
  }
  const gone = (crd.status?.storedVersions ?? []).filter(name => !versions.some(version => version.name === name));
  if (gone.length > 0) {
    const what = `still stores objects in ${gone.join(', ')}, which it no longer knows`;
    defects.push(defect(what, 'status.storedVersions', gone.join(', '), 'only versions of the spec'));
  }
  for (const { name, schema, subresources } of versions.filter(({ served }) => served)) {
    const path = `spec.versions[${name}]`;
    if (!schema?.openAPIV3Schema) defects.push(defect(`has no schema for ${name}`, `${path}.schema`, 'not set'));
    else if (schema.openAPIV3Schema.properties?.status && !subresources?.status) {
      const what = `has a status without subresource in ${name}, so users can write it`;
      defects.push(defect(what, `${path}.subresources.status`, 'not set', '{}'));
    }
  }
  return [...defects, ...conversionDefects(crd, index, defect)];
}

/** Versions with different schemas need a webhook to convert; without one only `apiVersion` is rewritten. */
function conversionDefects(
  crd: Crd,
  index: CrdView,
  defect: (what: string, path: string, observed: string, expected?: string) => CrdDefect,
): CrdDefect[] {
  const served = (crd.spec?.versions ?? []).filter(version => version.served);
  const conversion = crd.spec?.conversion;
  if ((conversion?.strategy ?? 'None') === 'None') {
    const schemas = new Set(served.map(({ schema }) => JSON.stringify(schema?.openAPIV3Schema?.properties ?? {})));
    if (schemas.size <= 1) return [];
    const names = served.map(({ name }) => name).join(' and ');
    const what = `serves ${names} with different schemas and no conversion: fields get lost`;
    return [defect(what, 'spec.conversion.strategy', 'None', 'Webhook')];
  }
  const service = conversion?.webhook?.clientConfig?.service;
  if (!service || index.get('v1/Service', service.namespace, service.name)) return [];
  const what = `converts by the Service ${service.namespace}/${service.name}, which does not exist`;
  return [defect(what, 'spec.conversion.webhook.clientConfig.service', `${service.namespace}/${service.name}`)];
}
