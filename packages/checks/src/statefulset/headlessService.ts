// The headless Service that a StatefulSet should name.
import type { Fix, ObjectView, Workload } from '@maturity-roadmap/engine';
import { createBeside, fixFields, ownLabels, servicesOf } from '@maturity-roadmap/engine';

/** Names the only headless Service of its pods. Once applied the field can't be changed any more. */
export function rightService(workload: Workload, index: ObjectView<'v1/Service'>): Fix | undefined {
  const [only, another] = servicesOf(workload, index).filter(({ spec }) => spec?.clusterIP === 'None');
  if (!only || another || workload.object.metadata.uid) return undefined;
  return fixFields(workload.ref, workload.object, { '/spec/serviceName': only.metadata.name });
}

/** Creates the headless Service that a StatefulSet names, with the ports that its containers declare. */
export function missingService(workload: Workload, name: string): Fix | undefined {
  const selector = ownLabels(workload);
  const declared = workload.containers
    .filter(({ longRunning }) => longRunning)
    .flatMap(({ container }) => container.ports ?? []);
  const ports = declared.map(({ name: portName, containerPort: port, protocol }) => ({
    name: portName ?? `port-${port}`,
    port,
    ...(protocol ? { protocol } : {}),
  }));
  const spec = { clusterIP: 'None', selector, ...(ports.length > 0 ? { ports } : {}) };
  return selector && createBeside(workload, { apiVersion: 'v1', kind: 'Service', name, spec });
}
