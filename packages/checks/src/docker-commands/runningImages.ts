// The images that ready pods run, grouped by what should be alike: revision and container.
import type { Pod, Workload } from '@maturity-roadmap/engine';

/** One container in the ready pods of one revision. */
export interface RunningImages {
  container: string;
  running: { pod: Pod; digest?: string }[];
}

/** Deployments and Rollouts label pods by template hash, StatefulSets and DaemonSets by revision. */
function revisionOf({ metadata }: Pod): string {
  const { labels = {} } = metadata;
  return (
    labels['pod-template-hash'] ?? labels['rollouts-pod-template-hash'] ?? labels['controller-revision-hash'] ?? ''
  );
}

const isReady = (pod: Pod) =>
  pod.status?.conditions?.some(condition => condition.type === 'Ready' && condition.status === 'True') ?? false;

/** `docker.io/library/app@sha256:…`, `docker-pullable://app@sha256:…` or a bare `sha256:…`. */
const digestOf = (imageID?: string) => /[a-z0-9]+:[0-9a-f]{32,}$/.exec(imageID ?? '')?.[0];

/** Only containers that the template names: what a mesh injects may change between starts. */
export function imagesByContainer(workload: Workload, pods: readonly Pod[]): RunningImages[] {
  const groups = new Map<string, RunningImages>();
  const names = new Set(workload.containers.filter(one => one.role === 'main').map(one => one.name));
  for (const pod of pods.filter(isReady)) {
    for (const { name, imageID } of pod.status?.containerStatuses ?? []) {
      if (!names.has(name)) continue;
      const key = `${revisionOf(pod)}/${name}`;
      const group = groups.get(key) ?? { container: name, running: [] };
      const digest = digestOf(imageID);
      group.running.push(digest ? { pod, digest } : { pod });
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}
