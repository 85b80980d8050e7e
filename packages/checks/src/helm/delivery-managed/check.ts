// Every workload is delivered by a tool that knows what it put where, so that it can be repeated, compared and undone.
import type { CheckResult, ObjectView, Workload } from '@maturity-roadmap/engine';
import { fail, notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { removedVersions } from '../apiVersions';
import { argoMark, deliverersOf } from '../deliverers';
import { applicationByLabel } from '../applications';

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

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

function judgeDelivery(workload: Workload, index: ObjectView<'argoproj.io/v1alpha1/Application'>): CheckResult {
  const { object } = workload;
  const [deliverer] = deliverersOf(object);
  if (deliverer) {
    const seen = index.evidence(object, deliverer.path, deliverer.observed);
    return pass(`delivered by ${deliverer.tool} ${deliverer.name}`, seen);
  }
  if (!object.metadata.uid) return notApplicable('not applied yet: who delivers it is seen on a running cluster');
  const application = applicationByLabel(workload, index);
  if (application) {
    const label = index.evidence(object, 'metadata.labels[app.kubernetes.io/instance]', application.metadata.name);
    return pass(`delivered by Argo CD ${application.metadata.name}`, label);
  }
  const says = object.metadata.labels?.['app.kubernetes.io/managed-by'];
  if (says && says !== 'Helm') {
    const path = 'metadata.labels[app.kubernetes.io/managed-by]';
    return warn(`${says} is said to manage it, but left no mark to verify`, index.evidence(object, path, says));
  }
  return fail(unmanaged(workload), index.evidence(object, 'metadata', 'no mark of Helm, Argo CD or Flux', 'a mark'));
}

function unmanaged({ object }: Workload): string {
  const copied = argoMark(object)?.copiedFrom;
  if (copied) return `the Argo CD tracking id was copied from ${copied}; nothing delivers this object`;
  return object.metadata.annotations?.[lastApplied] === undefined
    ? 'no delivery tool manages it'
    : 'applied by hand with kubectl; no delivery tool manages it';
}
