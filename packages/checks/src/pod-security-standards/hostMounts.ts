// The host paths that a workload's pods hold, and the containers that mount them.
import type { Evidence, Workload } from '@maturity-roadmap/engine';
import { listOf } from './controls/securityContexts';

/** A folder of sockets, or one in it: the root of the node holds them all. */
const runtimeFolder = /^\/+((var\/)?run(\/(docker|containerd|crio|k3s|cri-dockerd|podman).*)?\/*)?$/;
const runtimeSocket = /\/(docker|dockershim|containerd|crio|cri-dockerd|podman)\.sock$/;

/** A host path of the pods, with the container that mounts it, if one does. */
export interface HostMount {
  host: string;
  container?: string;
  isWritable: boolean;
  /** Whether it is, or holds, the socket of a container runtime. */
  isRuntime: boolean;
  evidence: Evidence;
}

/** Every mount of a host path, and the volumes that no container mounts. */
export function hostMountsOf({ ref, podSpec, podSpecPath, containers }: Workload): HostMount[] {
  return listOf(podSpec.volumes).flatMap(({ name: volume, hostPath }): HostMount[] => {
    const host = hostPath?.path;
    if (!host) return [];
    const isRuntime = runtimeFolder.test(host) || runtimeSocket.test(host);
    const row = (path: string, observed: string): Evidence => ({
      object: ref,
      path,
      observed,
      expected: 'no host path',
    });
    const mounts = containers.flatMap(({ name, path, container }) =>
      listOf(container.volumeMounts)
        .filter(mount => mount.name === volume)
        .map((mount): HostMount => {
          const isWritable = mount.readOnly !== true;
          const evidence = row(
            `${path}.volumeMounts[${volume}]`,
            `${host}${isWritable ? ', writable' : ', read-only'}`,
          );
          return { host, container: name, isWritable, isRuntime, evidence };
        }),
    );
    const unused = row(`${podSpecPath}.volumes[${volume}].hostPath`, `${host}, not mounted`);
    return mounts.length > 0 ? mounts : [{ host, isWritable: false, isRuntime, evidence: unused }];
  });
}
