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
function digestOf(imageID?: string): string | undefined {
  const text = String(imageID ?? '');
  // Looked for behind the name, which is long and would be searched in vain.
  return /[a-z0-9]+:[0-9a-f]{32,}$/.exec(text.slice(text.lastIndexOf('@') + 1))?.[0];
}

/** Only containers that the template names: what a mesh injects may change between starts. */
export function imagesByContainer(workload: Workload, pods: readonly Pod[]): RunningImages[] {
  const groups: (RunningImages & { revision: string })[] = [];
  const isOwn = (name: string) => workload.containers.some(one => one.role === 'main' && one.name === name);
  for (const pod of pods.filter(isReady)) {
    const revision = revisionOf(pod);
    for (const { name, imageID } of pod.status?.containerStatuses ?? []) {
      if (!isOwn(name)) continue;
      let group = groups.find(one => one.container === name && one.revision === revision);
      if (!group) groups.push((group = { container: name, revision, running: [] }));
      const digest = digestOf(imageID);
      group.running.push(digest ? { pod, digest } : { pod });
    }
  }
  return groups;
}
