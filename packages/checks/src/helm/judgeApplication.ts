// Judges an Argo CD Application by its sync and health status.
import type { CheckResult, ObjectView } from '@maturity-roadmap/engine';
import { fail, pass, unknown, warn } from '@maturity-roadmap/engine';
import { applicationOf } from './applications';
import type { Deliverer } from './deliverers';

/**
 * Synced and healthy passes; what is syncing or progressing just now can't be told yet.
 * See https://argo-cd.readthedocs.io/en/stable/operator-manual/health/
 */
export function judgeApplication(
  deliverer: Deliverer,
  index: ObjectView<'argoproj.io/v1alpha1/Application'>,
): CheckResult {
  const application = applicationOf(deliverer, index);
  const name = `Application ${deliverer.name}`;
  if (!application) return unknown('notReadable', `${name} is not in this cluster: Argo CD may run in another`);
  const sync = application.status?.sync?.status;
  const health = application.status?.health?.status;
  if (!sync || !health) return unknown('notSettled', `${name} has no status yet`);
  const seenSync = index.evidence(application, 'status.sync.status', sync, 'Synced');
  const seenHealth = index.evidence(application, 'status.health.status', health, 'Healthy');
  if (sync === 'Unknown') return unknown('unresolvable', `${name} can't be compared with its source`, seenSync);
  if (health === 'Progressing') return unknown('notSettled', `${name} is progressing just now`, seenHealth);
  if (sync !== 'Synced') return fail(`${name} is ${sync}`, seenSync);
  if (health === 'Suspended') return warn(`${name} is suspended`, seenHealth);
  if (health !== 'Healthy') return fail(`${name} is ${health}`, seenHealth);
  if (application.spec?.syncPolicy?.automated) return pass(`${name} is synced and healthy`, seenSync, seenHealth);
  const manual = index.evidence(application, 'spec.syncPolicy.automated', 'not set', 'automatic sync');
  return warn(`${name} is in sync, but is synced by hand`, manual);
}
