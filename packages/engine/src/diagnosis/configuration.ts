// Configuration, volumes and the sandbox: what has to be there before a container starts.
import type { Case, Cause } from './Cause';
import { isHeldUpElsewhere } from './scheduling';
import { eventEvidence, eventOf, statusesOf, waitingOf } from './statuses';

const missing = /(configmap|secret) "([^"]+)" not found/i;
const missingKey = /couldn't find key (\S+) in (ConfigMap|Secret) (\S+)/i;

function missingConfig(message: string): { title: string; kind: string; name: string } | undefined {
  const key = missingKey.exec(message);
  if (key) {
    const name = key[3].split('/').pop()!.replace(/[,.]$/, '');
    return { title: `the key ${key[1]} is missing in ${key[2]} ${name}`, kind: key[2].toLowerCase(), name };
  }
  const object = missing.exec(message);
  return object
    ? {
        title: `${object[1].toLowerCase() === 'secret' ? 'Secret' : 'ConfigMap'} ${object[2]} does not exist`,
        kind: object[1].toLowerCase(),
        name: object[2],
      }
    : undefined;
}

/** Containers that wait for a ConfigMap, a Secret or a key, and settings that contradict the image. */
export function configCauses(one: Case): Cause[] {
  return statusesOf(one.pod).flatMap((placed): Cause[] => {
    const waiting = waitingOf(placed);
    if (waiting?.reason !== 'CreateContainerConfigError') return [];
    const base = {
      stage: 'config' as const,
      confidence: 'certain' as const,
      evidence: [one.index.evidence(one.pod, `${placed.path}.state.waiting`, `${waiting.reason}: ${waiting.message}`)],
      references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/'],
    };
    const { name } = placed.status;
    if (/runAsNonRoot/i.test(waiting.message))
      return [
        {
          ...base,
          id: 'root-refused',
          title: `${name} would run as root, which runAsNonRoot forbids`,
          explanation: 'Set a numeric `USER` in the Dockerfile, or `runAsUser` above 0.',
          command: one.kubectl('describe'),
        },
      ];
    const found = missingConfig(waiting.message);
    if (!found)
      return [
        {
          ...base,
          id: 'config-error',
          title: `${name} could not be configured`,
          explanation: waiting.message,
          command: one.kubectl('describe'),
        },
      ];
    const command = `kubectl get ${found.kind} ${found.name} -n ${one.pod.metadata.namespace ?? 'default'}`;
    return [
      {
        ...base,
        id: 'config-missing',
        title: `${name}: ${found.title}`,
        explanation: 'Create it, correct the name, or mark the reference `optional: true`.',
        command,
      },
    ];
  });
}

/** Volumes that can't be attached or mounted, and claims that wait. */
export function volumeCauses(one: Case): Cause[] {
  const { pod, index } = one;
  const namespace = pod.metadata.namespace ?? 'default';
  const base = {
    stage: 'volumes' as const,
    references: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/'],
  };
  const claims = (pod.spec?.volumes ?? []).flatMap(
    ({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? [],
  );
  const causes: Cause[] = [];
  const canSee = index.state('v1/PersistentVolumeClaim').state === 'synced';
  for (const name of canSee ? claims : []) {
    const claim = index.get('v1/PersistentVolumeClaim', namespace, name);
    const command = `kubectl describe pvc ${name} -n ${namespace}`;
    if (!claim) {
      const evidence = [index.evidence(pod, 'spec.volumes', name, 'a PersistentVolumeClaim that exists')];
      causes.push({
        ...base,
        id: 'claim-missing',
        title: `PersistentVolumeClaim ${name} does not exist`,
        explanation: 'Create it, or correct the name.',
        confidence: 'certain',
        evidence,
        command,
      });
    } else if (claim.status?.phase && claim.status.phase !== 'Bound' && !isHeldUpElsewhere(one)) {
      const evidence = [index.evidence(claim, 'status.phase', claim.status.phase, 'Bound')];
      const kind = claim.spec?.storageClassName ? `of class ${claim.spec.storageClassName}` : 'of the default class';
      causes.push({
        ...base,
        id: 'claim-unbound',
        title: `claim ${name} is ${claim.status.phase.toLowerCase()}`,
        explanation: `No volume ${kind} could be made or found: see its events.`,
        confidence: 'likely',
        evidence,
        command,
      });
    }
  }
  const hasStarted = statusesOf(pod).some(({ status }) => status.state?.running ?? status.lastState?.terminated);
  const event = hasStarted ? undefined : eventOf(one, ['FailedMount', 'FailedAttachVolume', 'FailedMapVolume']);
  if (!event) return causes;
  const message = event.message ?? '';
  const found = missingConfig(message);
  const isElsewhere = /Multi-Attach/i.test(message);
  const unmountedId = isElsewhere ? 'volume-attached-elsewhere' : 'volume-not-mounted';
  const title =
    found?.title ?? (isElsewhere ? 'its volume is still attached to another node' : 'a volume could not be mounted');
  const explanation = isElsewhere
    ? 'A ReadWriteOnce volume goes from node to node only when the pod before has let it go. Use `strategy: Recreate` for one replica.'
    : message;
  causes.push({
    ...base,
    id: found ? 'config-missing' : unmountedId,
    title,
    explanation,
    confidence: 'certain',
    evidence: [eventEvidence(one, event)],
    command: one.kubectl('describe'),
  });
  return causes;
}

/** A pod whose network or sandbox can't be made. */
export function sandboxCauses(one: Case): Cause[] {
  const event = eventOf(one, ['FailedCreatePodSandBox', 'NetworkNotReady']);
  const hasStarted = statusesOf(one.pod).some(({ status }) => status.state?.running ?? status.lastState?.terminated);
  if (!event || hasStarted) return [];
  return [
    {
      id: 'sandbox-failed',
      stage: 'sandbox',
      title: 'the node could not set up the pod’s network',
      explanation: `The network plugin or the container runtime of node ${one.pod.spec?.nodeName ?? 'unknown'} fails: ${event.message ?? ''}`,
      confidence: 'certain',
      evidence: [eventEvidence(one, event)],
      command: `kubectl describe node ${one.pod.spec?.nodeName ?? ''}`.trim(),
      references: ['https://kubernetes.io/docs/tasks/debug/debug-cluster/'],
    },
  ];
}
