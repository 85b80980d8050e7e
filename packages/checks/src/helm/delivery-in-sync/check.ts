// What runs is what the GitOps source says: the delivering object is synced and healthy, and keeps it so by itself.
import { notApplicable } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { markByLabel } from '../applications';
import { deliverersOf } from '../deliverers';
import { judgeApplication } from '../judgeApplication';
import { judgeFlux } from '../judgeFlux';

export const deliveryInSync = defineCheck({
  id: 'delivery-in-sync',
  topic: 'helm',
  severity: 'medium',
  since: '1.0',
  revisions: [{ since: '1.1', what: 'An Application that the older label app.kubernetes.io/instance names counts.' }],
  title: 'What Argo CD or Flux delivers is in sync with its source',
  why: 'An object that is out of sync runs something that no commit describes, or lacks what was merged. The next automatic sync changes it without notice.',
  remediation:
    'Look at the difference (`argocd app diff`, `flux diff`), commit what should stay, mend what fails to apply, and let the tool sync automatically.',
  appliesWhen: 'Argo CD or Flux delivers the workload.',
  references: [
    'https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/',
    'https://fluxcd.io/flux/components/kustomize/kustomizations/#kustomization-status',
    'https://fluxcd.io/flux/components/helm/helmreleases/#helmrelease-status',
  ],
  reads: [
    'argoproj.io/v1alpha1/Application',
    'helm.toolkit.fluxcd.io/v2/HelmRelease',
    'kustomize.toolkit.fluxcd.io/v1/Kustomization',
  ],
  evaluate(workload, index) {
    const marks = deliverersOf(workload.object);
    // Where nothing else marks it, as delivery-managed has it.
    const byLabel = marks.length === 0 && workload.object.metadata.uid ? markByLabel(workload, index) : undefined;
    const deliverer = marks.find(({ tool }) => tool !== 'Helm') ?? byLabel;
    if (!deliverer) return notApplicable('neither Argo CD nor Flux delivers it');
    return deliverer.tool === 'Argo CD' ? judgeApplication(deliverer, index) : judgeFlux(deliverer, index);
  },
});
