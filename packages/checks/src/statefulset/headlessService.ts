// The headless Service that a StatefulSet should name.
import type { Fix, ObjectView, Workload } from '@maturity-roadmap/engine';
import { fixFields, servicesOf } from '@maturity-roadmap/engine';

/** Names the only headless Service of its pods. Once applied the field can't be changed any more. */
export function rightService(workload: Workload, index: ObjectView<'v1/Service'>): Fix | undefined {
  const [only, another] = servicesOf(workload, index).filter(({ spec }) => spec?.clusterIP === 'None');
  if (!only || another || workload.object.metadata.uid) return undefined;
  return fixFields(workload.ref, workload.object, { '/spec/serviceName': only.metadata.name });
}
