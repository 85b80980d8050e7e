// One pod with everything that its diagnosis asks for: its containers with their roles, and the events about it.
import type { Container, ContainerStatus } from 'kubernetes-types/core/v1';
import type { Evidence } from '../model';
import type { ContainerRole } from '../workloads';
import { minutesSince } from '../workloads';
import type { Pod } from '../workloads';
import type { DiagnosisReader, Event } from './DiagnosisReader';
import { lastSeen, timesSeen } from './DiagnosisReader';
import { excerpt } from './excerpt';
import { kubectl } from './kubectl';

/** A container as specified, with what the kubelet last said of it. */
export interface ContainerFacts {
  name: string;
  role: Exclude<ContainerRole, 'ephemeral'>;
  /** How sentences name it: `Container app`, `Init container migrate`. */
  title: string;
  /** Undefined where a status names a container that the spec lacks. */
  spec: Container | undefined;
  status: ContainerStatus;
  /** `status.containerStatuses[app]` */
  path: string;
}

const titles = { main: 'Container', sidecar: 'Sidecar', init: 'Init container' } as const;

/** Published types precede sidecars. See https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/ */
const isSidecar = (spec: (Container & { restartPolicy?: string }) | undefined) => spec?.restartPolicy === 'Always';

function containersOf({ spec, status }: Pod): ContainerFacts[] {
  const init = (status?.initContainerStatuses ?? []).map(one => {
    const written = spec?.initContainers?.find(({ name }) => name === one.name);
    return { one, written, role: isSidecar(written) ? 'sidecar' : 'init', list: 'initContainerStatuses' } as const;
  });
  const main = (status?.containerStatuses ?? []).map(one => {
    const written = spec?.containers?.find(({ name }) => name === one.name);
    return { one, written, role: 'main', list: 'containerStatuses' } as const;
  });
  // The kubelet sorts statuses by name; what starts first is told by the spec.
  const order = (spec?.initContainers ?? []).map(({ name }) => name);
  init.sort((a, b) => order.indexOf(a.one.name) - order.indexOf(b.one.name));
  return [...init, ...main].map(({ one, written, role, list }) => ({
    name: one.name,
    role,
    title: `${titles[role]} ${one.name}`,
    spec: written,
    status: one,
    path: `status.${list}[${one.name}]`,
  }));
}

/** What the stages of a diagnosis read. */
export class PodFacts {
  readonly containers: readonly ContainerFacts[];
  readonly events: readonly Event[];
  readonly namespace: string;

  /** @param pod - every field of which is of its type */
  constructor(
    readonly pod: Pod,
    readonly reader: DiagnosisReader,
  ) {
    this.containers = containersOf(pod);
    this.namespace = pod.metadata.namespace ?? 'default';
    this.events = reader.eventsAbout(pod);
  }

  /** Whether the pod serves: all its containers are ready. */
  get isReady(): boolean {
    return this.condition('Ready')?.status === 'True';
  }

  /** Whether nothing of the pod runs any more. */
  get hasEnded(): boolean {
    return this.pod.status?.phase === 'Succeeded' || this.pod.status?.phase === 'Failed';
  }

  /** Whether the pod has a node but its first container was not made yet: where volumes and the sandbox matter. */
  get isBeingMade(): boolean {
    if (!this.pod.spec?.nodeName || this.hasEnded || this.pod.metadata.deletionTimestamp) return false;
    return !this.containers.some(
      ({ status }) => status.state?.running ?? status.state?.terminated ?? status.containerID,
    );
  }

  condition(type: string) {
    return this.pod.status?.conditions?.find(condition => condition.type === type);
  }

  /** The events with one of these reasons, newest first, of which the message matches. */
  eventsFor(reasons: readonly string[], pattern = /^/): Event[] {
    return this.events.filter(({ reason, message }) => reasons.includes(reason ?? '') && pattern.test(message ?? ''));
  }

  minutesSince(timestamp: unknown): number {
    return minutesSince(timestamp, this.reader.index) ?? Number.POSITIVE_INFINITY;
  }

  evidence(path: string, observed: string, expected?: string): Evidence {
    return this.reader.index.evidence(this.pod, path, excerpt(observed), expected);
  }

  /** An event as evidence, with how often it happened. */
  eventEvidence(event: Event): Evidence {
    return eventEvidence(event, this.reader);
  }

  describe(): string {
    return kubectl(this.namespace, 'describe', 'pod', this.pod.metadata.name);
  }

  /** @param previous - of the container's run before this one */
  logs(container: string, previous: boolean): string {
    const { name } = this.pod.metadata;
    return kubectl(this.namespace, 'logs', name, '-c', container, ...(previous ? ['--previous'] : []));
  }
}

/** An event as evidence, with how often it happened. */
export function eventEvidence(event: Event, { index }: DiagnosisReader): Evidence {
  const count = timesSeen(event);
  const times = count > 1 ? ` (${count} times, last ${lastSeen(event)})` : '';
  return index.evidence(event, 'message', `${event.reason ?? 'Event'}: ${excerpt(event.message ?? '')}${times}`);
}
