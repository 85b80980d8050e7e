// Nobody can plant a program in a running container: its root file system is read-only.
import type { Evidence } from '@maturity-roadmap/engine';
import { fail, fixTemplate, notApplicable, pass, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';

export const rootfsReadonly = defineCheck({
  id: 'rootfs-readonly',
  topic: 'pod-security-standards',
  severity: 'low',
  since: '1.0',
  title: 'The root file systems of all containers are read-only',
  why: 'An attacker who can write can leave tools behind or change the program that runs. A read-only root file system also shows which paths the program really writes to.',
  remediation:
    'Set `securityContext.readOnlyRootFilesystem: true` for every container, and mount an emptyDir where it has to write, such as `/tmp`.',
  appliesWhen: 'The pods run on Linux.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  reads: [],
  evaluate(workload) {
    if (workload.podSpec.os?.name === 'windows') return notApplicable('Windows containers have no read-only root');
    // Ephemeral containers are for debugging and come and go.
    const containers = workload.containers.filter(({ role }) => role !== 'ephemeral');
    const writable = containers.filter(({ container }) => container.securityContext?.readOnlyRootFilesystem !== true);
    const [first, ...more] = writable.map(({ path, container }): Evidence => ({
      object: workload.ref,
      path: `${path}.securityContext.readOnlyRootFilesystem`,
      observed: String(container.securityContext?.readOnlyRootFilesystem ?? 'not set'),
      expected: 'true',
    }));
    if (!first) return pass(`all root file systems are read-only: ${containers.map(({ name }) => name).join(', ')}`);
    const verb = writable.length === 1 ? 'has' : 'have';
    const names = writable.map(({ name }) => name).join(', ');
    const fields = writable.map(({ pointer }) => [`${pointer}/securityContext/readOnlyRootFilesystem`, true] as const);
    const result = fail(
      `${writable.length} of ${containers.length} ${containers.length === 1 ? 'container' : 'containers'} ${verb} a writable root file system: ${names}`,
      first,
      ...more,
    );
    // Where the process writes it needs a volume, which only its authors know.
    return withFix(result, fixTemplate(workload, Object.fromEntries(fields)));
  },
});
