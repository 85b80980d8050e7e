// The authentications that KEDA's triggers name.
import type { Evidence, ObjectView, ScaledJob, ScaledObject } from '@maturity-roadmap/engine';

/**
 * The TriggerAuthentications of the namespace, or ClusterTriggerAuthentications, that are named but do not exist.
 * Where custom resources are not read, nothing is said of them.
 * See https://keda.sh/docs/latest/concepts/authentication/#re-use-credentials-and-delegate-auth-with-triggerauthentication
 */
export function missingAuthentications(
  scaled: ScaledObject | ScaledJob,
  index: ObjectView<'*/*/CustomResource' | 'keda.sh/v1alpha1/ScaledObject'>,
): { name: string; evidence: Evidence }[] {
  if (index.state('*/*/CustomResource').state !== 'synced') return [];
  const triggers = Array.isArray(scaled.spec?.triggers) ? scaled.spec.triggers : [];
  return triggers.flatMap(({ authenticationRef }, at) => {
    if (!authenticationRef) return [];
    const { name, kind = 'TriggerAuthentication' } = authenticationRef;
    const exists = index
      .all('*/*/CustomResource')
      .some(
        object =>
          object.kind === kind &&
          object.apiVersion.startsWith('keda.sh/') &&
          object.metadata.name === name &&
          (kind !== 'TriggerAuthentication' || object.metadata.namespace === scaled.metadata.namespace),
      );
    if (exists) return [];
    const path = `spec.triggers[${at}].authenticationRef`;
    return [{ name: `${kind} ${name}`, evidence: index.evidence(scaled, path, name, `a ${kind}`) }];
  });
}
