// The definitions of custom resources that the component ships are served, described by a schema and safe to upgrade.
import { fail, notApplicable, pass } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { definitionsOf } from '../belonging';
import { crdDefects } from '../crdDefects';

export const crdWellFormed = defineCheck({
  id: 'crd-well-formed',
  topic: 'operators-crds',
  severity: 'medium',
  since: '1.0',
  title: 'The CustomResourceDefinitions the component ships are well formed',
  why: 'Other teams build on these resources. A status without subresource lets users overwrite it, and versions without conversion or with stale stored objects lose data when the component is upgraded.',
  remediation:
    'Give each served version a schema and the status subresource, keep one storage version, convert between versions by a webhook, and migrate stored objects before a version is removed.',
  appliesWhen: 'CustomResourceDefinitions carry the marks of the component.',
  references: [
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/',
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/',
  ],
  reads: ['apiextensions.k8s.io/v1/CustomResourceDefinition', 'v1/Service'],
  evaluate(workload, index) {
    const crds = definitionsOf(workload, index);
    if (crds.length === 0) return notApplicable('the component ships no CustomResourceDefinition');
    const defects = crds.flatMap(crd => crdDefects(crd, index).map(defect => ({ ...defect, name: crd.metadata.name })));
    const [first, ...more] = defects.map(({ evidence }) => evidence);
    if (first) return fail(defects.map(({ name, what }) => `${name} ${what}`).join('; '), first, ...more);
    const names = crds.map(({ metadata }) => metadata.name).join(', ');
    const path = 'spec.versions';
    const seen = crds.map(crd =>
      index.evidence(crd, path, (crd.spec?.versions ?? []).map(({ name }) => name).join(', ')),
    );
    return pass(`${names} ${crds.length === 1 ? 'is' : 'are'} well formed`, ...seen);
  },
});
