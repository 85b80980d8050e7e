// Finds the Argo CD Application behind a workload.
import type { ArgoApplication, ObjectView, Workload } from '@maturity-roadmap/engine';
import { derived, groupBy } from '@maturity-roadmap/engine';
import type { Deliverer } from './deliverers';

type ApplicationView = ObjectView<'argoproj.io/v1alpha1/Application'>;

/** Labels hold 63 characters at most; Argo CD cut longer names of Applications. */
const labelLength = 63;

/** There is one for nearly every workload. */
const applicationsByLabel = derived(['argoproj.io/v1alpha1/Application'], index =>
  groupBy(index.all('argoproj.io/v1alpha1/Application'), ({ metadata }) => metadata.name.slice(0, labelLength)),
);

/**
 * The Application that `app.kubernetes.io/instance` names, which was Argo CD's default mark before version 3. Most
 * charts write the same label, so it counts only if such an Application deploys to the workload's namespace.
 */
export function applicationByLabel(workload: Workload, index: ApplicationView): ArgoApplication | undefined {
  const instance = workload.object.metadata.labels?.['app.kubernetes.io/instance'];
  if (!instance || index.state('argoproj.io/v1alpha1/Application').state === 'notCollected') return undefined;
  return applicationsByLabel(index)
    .get(instance)
    ?.find(({ spec }) => (spec?.destination?.namespace ?? workload.namespace) === workload.namespace);
}

/** The same as a mark. */
export function markByLabel(workload: Workload, index: ApplicationView): Deliverer | undefined {
  const { name, namespace } = applicationByLabel(workload, index)?.metadata ?? {};
  const path = 'metadata.labels[app.kubernetes.io/instance]';
  return name ? { tool: 'Argo CD', name, ...(namespace ? { namespace } : {}), path, observed: name } : undefined;
}

/** The Application that a mark names; its namespace is only part of the mark outside Argo CD's own. */
export function applicationOf(deliverer: Deliverer, index: ApplicationView): ArgoApplication | undefined {
  return applicationsByLabel(index)
    .get(deliverer.name.slice(0, labelLength))
    ?.find(
      ({ metadata }) =>
        metadata.name === deliverer.name && (!deliverer.namespace || metadata.namespace === deliverer.namespace),
    );
}
