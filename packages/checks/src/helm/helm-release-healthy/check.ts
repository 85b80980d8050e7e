// The latest revision of the workload's Helm release is deployed, so that the next upgrade or rollback can start.
import type { Workload } from '@maturity-roadmap/engine';
import { fail, minutesSince, notApplicable, pass, unknown, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { deliverersOf } from '../deliverers';
import { latestRevision } from '../releases';

/** An operation of Helm that takes longer was most likely interrupted; Helm's own timeout is 5 minutes. */
const stuckAfterMinutes = 15;

export const helmReleaseHealthy = defineCheck({
  id: 'helm-release-healthy',
  topic: 'helm',
  severity: 'medium',
  since: '1.0',
  title: 'The latest revision of the Helm release is deployed',
  why: 'A failed revision leaves a mixture of old and new objects. A pending one blocks every further upgrade until someone rolls back.',
  remediation:
    'Look at `helm history <release>`, mend what failed and upgrade again; end a pending operation with `helm rollback <release>`.',
  appliesWhen: 'A Helm release on a running cluster holds the workload, and Flux does not look after it.',
  references: ['https://helm.sh/docs/helm/helm_status/', 'https://helm.sh/docs/topics/advanced/#storage-backends'],
  reads: ['v1/Secret'],
  evaluate(workload, index) {
    const deliverers = deliverersOf(workload.object);
    if (deliverers.some(({ tool }) => tool === 'Flux HelmRelease')) {
      return notApplicable('Flux watches over the release: judged by whether delivery is in sync');
    }
    const release = deliverers.find(({ tool }) => tool === 'Helm');
    if (!release) return notApplicable('no Helm release holds it');
    if (!workload.object.metadata.uid) return notApplicable('no status: judged on a running cluster');
    const namespace = release.namespace ?? workload.namespace;
    const latest = latestRevision(index.inNamespace('v1/Secret', namespace), release.name);
    if (!latest) return unknown('notReadable', storedElsewhere(workload, release.name, namespace));
    const { status, revision, secret } = latest;
    const seen = index.evidence(secret, 'metadata.labels[status]', status, 'deployed');
    if (status === 'deployed') return pass(`revision ${revision} of release ${release.name} is deployed`, seen);
    if (status === 'superseded') return warn(`no revision of release ${release.name} is deployed`, seen);
    const minutes = minutesSince(secret.metadata.creationTimestamp, index) ?? Number.POSITIVE_INFINITY;
    if (status.startsWith('pending-') && minutes < stuckAfterMinutes) {
      return unknown('notSettled', `release ${release.name} is changing just now: ${status}`, seen);
    }
    return fail(`revision ${revision} of release ${release.name} is ${status}`, seen);
  },
});

function storedElsewhere(workload: Workload, release: string, namespace: string): string {
  return `no revision of release ${release} of ${workload.name} is stored in Secrets of ${namespace}`;
}
