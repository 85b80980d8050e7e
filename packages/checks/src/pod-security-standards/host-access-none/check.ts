// No container holds the keys of its node: neither the socket of the container runtime nor a writable host path.
import type { Evidence } from '@maturity-roadmap/engine';
import { fail, notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { listOf } from '../controls/securityContexts';

const runtimeSocket = /^\/(var\/)?run(\/(docker|containerd|crio|k3s|cri-dockerd).*)?\/?$/;

export const hostAccessNone = defineCheck({
  id: 'host-access-none',
  topic: 'pod-security-standards',
  severity: 'high',
  advice: true,
  since: '1.0',
  title: "No container can write to its node or command the node's container runtime",
  why: 'The socket of the container runtime is root on the node for whoever can open it. A writable host path is often one step from it, and what is written there outlives the pod.',
  remediation:
    'Use the Kubernetes API or a build tool without daemon instead of the socket, and mount host paths `readOnly: true`.',
  appliesWhen: 'The pods mount host paths.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#hostpath'],
  reads: [],
  evaluate(workload) {
    const hostPaths = new Map(
      listOf(workload.podSpec.volumes).flatMap(({ name, hostPath }) =>
        hostPath?.path ? [[name, hostPath.path] as const] : [],
      ),
    );
    if (hostPaths.size === 0) return notApplicable('the pods mount no host path');
    const mounts = workload.containers.flatMap(({ name, path, container }) =>
      listOf(container.volumeMounts)
        .filter(mount => hostPaths.has(mount.name))
        .map(mount => ({
          container: name,
          host: hostPaths.get(mount.name)!,
          isWritable: mount.readOnly !== true,
          at: `${path}.volumeMounts[${mount.name}]`,
        })),
    );
    const toEvidence = ({ at, host, isWritable }: (typeof mounts)[number]): Evidence => {
      const observed = `${host}${isWritable ? ', writable' : ', read-only'}`;
      return { object: workload.ref, path: at, observed, expected: 'no host path' };
    };
    const [socket] = mounts.filter(({ host }) => runtimeSocket.test(host));
    if (socket)
      return fail(
        `container ${socket.container} mounts ${socket.host}: the container runtime of the node`,
        toEvidence(socket),
      );
    const [writable, ...more] = mounts.filter(({ isWritable }) => isWritable);
    if (writable)
      return warn(
        `container ${writable.container} can write to ${writable.host} of the node`,
        toEvidence(writable),
        ...more.map(toEvidence),
      );
    return pass(`all mounts of host paths are read-only: ${[...hostPaths.values()].join(', ')}`);
  },
});
