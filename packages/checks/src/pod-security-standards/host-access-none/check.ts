// No container holds the keys of its node: neither the socket of the container runtime nor a writable host path.
import { fail, notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { hostMountsOf } from '../hostMounts';

export const hostAccessNone = defineCheck({
  id: 'host-access-none',
  topic: 'pod-security-standards',
  severity: 'high',
  advice: true,
  since: '1.0',
  revisions: [{ since: '1.1', what: 'Sockets of container runtimes count at any path, as does the root of the node.' }],
  title: "No container can write to its node or command the node's container runtime",
  why: 'The socket of the container runtime is root on the node for whoever can open it. A writable host path is often one step from it, and what is written there outlives the pod.',
  remediation:
    'Use the Kubernetes API or a build tool without daemon instead of the socket, and mount host paths `readOnly: true`.',
  appliesWhen: 'The pods mount host paths.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#hostpath'],
  reads: [],
  evaluate(workload) {
    const mounts = hostMountsOf(workload);
    if (mounts.length === 0) return notApplicable('the pods mount no host path');
    // Also one that no container mounts yet: a container that is added only needs to name it.
    const socket = mounts.find(({ isRuntime }) => isRuntime);
    if (socket) {
      const holder = socket.container ? `container ${socket.container} mounts` : 'a volume of the pods is';
      return fail(`${holder} ${socket.host}: the container runtime of the node`, socket.evidence);
    }
    const [writable, ...more] = mounts.filter(({ isWritable }) => isWritable);
    if (writable)
      return warn(
        `container ${writable.container} can write to ${writable.host} of the node`,
        writable.evidence,
        ...more.map(({ evidence }) => evidence),
      );
    return pass(`no host path is mounted to write: ${[...new Set(mounts.map(({ host }) => host))].join(', ')}`);
  },
});
