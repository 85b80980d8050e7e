// Every workload is delivered by a tool that knows what it put where, so that it can be repeated, compared and undone.
import { fail, notApplicable, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { removedVersions } from '../apiVersions';
import { judgeDelivery } from '../judgeDelivery';

export const deliveryManaged = defineCheck({
  id: 'delivery-managed',
  topic: 'helm',
  severity: 'medium',
  since: '1.0',
  title: 'Helm, Argo CD or Flux delivers the workload',
  why: 'What was applied by hand can be neither repeated nor compared with a wanted state, and nobody sees it drift. A release tool keeps the history that a rollback needs.',
  remediation:
    'Package the manifests as a Helm chart or a Kustomize overlay and let Helm, an Argo CD Application or a Flux HelmRelease or Kustomization apply them.',
  appliesWhen: 'No other object makes the workload. Who delivers it is judged on a running cluster.',
  references: [
    'https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/',
    'https://helm.sh/docs/intro/using_helm/',
    'https://fluxcd.io/flux/components/kustomize/kustomizations/',
  ],
  reads: ['argoproj.io/v1alpha1/Application'],
  evaluate(workload, index) {
    const { object } = workload;
    const owner = object.metadata.ownerReferences?.find(reference => reference.controller);
    if (owner) return notApplicable(`${owner.kind} ${owner.name} makes it, and is what is delivered`);
    const result = judgeDelivery(workload, index);
    if (result.verdict === 'fail') return result;
    const [old, ...older] = removedVersions(workload);
    if (old && !object.metadata.uid) return fail(old.what, old.evidence);
    if (old) return warn(old.what, old.evidence, ...older.map(({ evidence }) => evidence));
    if (object.metadata.namespace !== 'default') return result;
    const evidence = index.evidence(object, 'metadata.namespace', 'default', 'a namespace of its own');
    return warn('it lives in the namespace default, which belongs to nobody', evidence, ...result.evidence);
  },
});
