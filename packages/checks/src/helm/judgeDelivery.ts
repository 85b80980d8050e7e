// Who delivers a workload, if anybody does.
import type { CheckResult, ObjectView, Workload } from '@maturity-roadmap/engine';
import { fail, notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { applicationByLabel } from './applications';
import { argoMark, deliverersOf } from './deliverers';

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** Judges who delivers a workload, by the marks that delivery tools leave on it. */
export function judgeDelivery(workload: Workload, index: ObjectView<'argoproj.io/v1alpha1/Application'>): CheckResult {
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
