// What makes a workload's pods hard to find or to debug.
import type { Workload, WorkloadContainer } from '@maturity-roadmap/engine';
import { parseImageReference, pointerKey } from '@maturity-roadmap/engine';

const nameLabel = 'app.kubernetes.io/name';
const versionLabel = 'app.kubernetes.io/version';
const defaultContainer = 'kubectl.kubernetes.io/default-container';

/** Folders that hold log files by convention. */
const logFolder = /^\/var\/log(\/|$)|\/logs?\/?$/;

export interface DebugGap {
  what: string;
  path: string;
  observed: string;
  expected: string;
  /** Without it the pods can't even be selected in the usual way. */
  hidesPods?: boolean;
  /** The field that mends it, as JSON Pointer and value, where only one can be meant. */
  mended?: readonly [string, string];
}

const firstOf = (running: readonly WorkloadContainer[]) => running.find(({ role }) => role === 'main') ?? running[0];
const namesOf = (containers: readonly WorkloadContainer[]) => containers.map(({ name }) => name).join(', ');

/** The version that the tag of the only image tells. */
function versionOf({ containers }: Workload): string | undefined {
  const main = containers.filter(({ role }) => role === 'main');
  const tag = main.length === 1 ? parseImageReference(main[0].container.image ?? '')?.tag : undefined;
  return tag && tag !== 'latest' && /^[a-z0-9A-Z]([\w.-]{0,61}[a-zA-Z0-9])?$/.test(tag) ? tag : undefined;
}

/** Everything that stands in the way of debugging, gravest first. */
export function debugGaps(workload: Workload): DebugGap[] {
  const { podLabels, podAnnotations, podMetadataPath, podMetadataPointer } = workload;
  const running = workload.containers.filter(({ longRunning }) => longRunning);
  const gaps: DebugGap[] = [];
  const lacksLabel = (label: string, expected: string, value: string | undefined, hidesPods = false) => {
    const pointer = `${podMetadataPointer}/labels/${pointerKey(label)}`;
    const mended = value === undefined ? undefined : ([pointer, value] as const);
    const path = `${podMetadataPath}.labels[${label}]`;
    gaps.push({ what: `no label ${label}`, path, observed: 'not set', expected, hidesPods, mended });
  };
  if (!podLabels[nameLabel]) lacksLabel(nameLabel, 'its name', podLabels.app ?? workload.name, true);
  if (!podLabels[versionLabel]) lacksLabel(versionLabel, 'its version', versionOf(workload));
  const chosen = podAnnotations[defaultContainer];
  if (running.length > 1 && !running.some(({ name }) => name === chosen)) {
    gaps.push({
      what: `${running.length} containers and no default one`,
      path: `${podMetadataPath}.annotations[${defaultContainer}]`,
      observed: chosen ?? 'not set',
      expected: `one of ${namesOf(running)}`,
      // Without it kubectl takes the first.
      mended: [`${podMetadataPointer}/annotations/${pointerKey(defaultContainer)}`, firstOf(running).name],
    });
  }
  return [...gaps, ...running.flatMap(containerGaps), ...logFileGaps(workload)];
}

function containerGaps({ name, path, pointer, container }: WorkloadContainer): DebugGap[] {
  const gaps: DebugGap[] = [];
  const unnamed = (container.ports ?? []).filter(port => !port.name).map(port => port.containerPort);
  if (unnamed.length > 0) {
    const what = `${name} has ${unnamed.length === 1 ? 'a port' : `${unnamed.length} ports`} without a name`;
    gaps.push({ what, path: `${path}.ports`, observed: unnamed.join(', '), expected: 'a name for each port' });
  }
  const policy = container.terminationMessagePolicy ?? 'File';
  if (policy !== 'FallbackToLogsOnError') {
    const what = `${name} leaves no last words when it crashes`;
    const expected = 'FallbackToLogsOnError';
    const mended = [`${pointer}/terminationMessagePolicy`, expected] as const;
    gaps.push({ what, path: `${path}.terminationMessagePolicy`, observed: policy, expected, mended });
  }
  return gaps;
}

/** A writable volume on a log folder means log files, which `kubectl logs` never shows. */
function logFileGaps({ podSpec, containers }: Workload): DebugGap[] {
  const scratch = new Set(
    (podSpec.volumes ?? []).filter(({ emptyDir, hostPath }) => emptyDir || hostPath).map(({ name }) => name),
  );
  return containers
    .filter(({ role }) => role === 'main')
    .flatMap(({ name, path, container }) =>
      (container.volumeMounts ?? [])
        .filter(mount => !mount.readOnly && scratch.has(mount.name) && logFolder.test(mount.mountPath ?? ''))
        .map(mount => ({
          what: `${name} writes log files`,
          path: `${path}.volumeMounts[${mount.name}]`,
          observed: mount.mountPath,
          expected: 'logs on standard output',
        })),
    );
}
