// Images that can't be pulled, with what the registry said taken apart.
import type { Case, Cause } from './Cause';
import { eventOf, statusesOf, waitingOf } from './statuses';

const waits = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
]);

const answers: readonly { id: string; pattern: RegExp; title: string; explanation: string }[] = [
  {
    id: 'image-rate-limited',
    pattern: /toomanyrequests|rate limit|429/i,
    title: 'the registry limits how often it is asked',
    explanation: 'Pull with credentials, through a cache of your own, or wait.',
  },
  {
    id: 'image-access-denied',
    pattern: /unauthorized|authentication required|denied|forbidden|no basic auth|401|403/i,
    title: 'the registry does not let the node pull it',
    explanation:
      'The image is private or does not exist. Look at `imagePullSecrets` of the pod and its service account.',
  },
  {
    id: 'image-not-found',
    pattern: /not found|manifest unknown|name unknown|404|does not exist/i,
    title: 'the registry does not have it',
    explanation: 'Name or tag is misspelt, was never pushed, or was cleaned up.',
  },
  {
    id: 'image-wrong-platform',
    pattern: /no match for platform|exec format|no matching manifest/i,
    title: 'it was not built for the platform of the node',
    explanation: 'Build the image for the architecture of the nodes, or for several.',
  },
  {
    id: 'registry-unreachable',
    pattern: /no such host|timeout|timed out|connection refused|i\/o|TLS|x509|certificate|network is unreachable/i,
    title: 'the node does not reach the registry',
    explanation: 'Look at DNS, proxy, firewall and certificates between the node and the registry.',
  },
];

/** Containers whose image can't be had. The message that names the cause may stand in an older event. */
export function imageCauses(one: Case): Cause[] {
  return statusesOf(one.pod).flatMap((placed): Cause[] => {
    const waiting = waitingOf(placed);
    if (!waiting || !waits.has(waiting.reason)) return [];
    const { name, image } = placed.status;
    const pull = eventOf(one, ['Failed', 'FailedToPull', 'InspectFailed'], /pull|image/i);
    const said = [waiting.message, pull?.message ?? ''].join(' ');
    const evidence = [
      one.index.evidence(one.pod, `${placed.path}.state.waiting`, `${waiting.reason}: ${waiting.message}`.trim()),
      ...(pull ? [one.index.evidence(pull, 'message', pull.message ?? '')] : []),
    ];
    const base = {
      stage: 'image' as const,
      evidence,
      command: one.kubectl('describe'),
      references: ['https://kubernetes.io/docs/concepts/containers/images/'],
    };
    const what = `${name}: ${image}`;
    if (waiting.reason === 'InvalidImageName')
      return [
        {
          ...base,
          id: 'image-name-invalid',
          title: `${what} is not the name of an image`,
          explanation: 'Correct the field `image`: registry/path:tag, in lower case.',
          confidence: 'certain',
        },
      ];
    if (waiting.reason === 'ErrImageNeverPull')
      return [
        {
          ...base,
          id: 'image-never-pulled',
          title: `${what} is not on the node and must not be pulled`,
          explanation: 'Remove `imagePullPolicy: Never`.',
          confidence: 'certain',
        },
      ];
    const answer = answers.find(({ pattern }) => pattern.test(said));
    if (!answer)
      return [
        {
          ...base,
          id: 'image-pull-failed',
          title: `${what} could not be pulled`,
          explanation: 'The registry’s answer stands in the events of the pod.',
          confidence: 'likely',
        },
      ];
    const { pattern: _, title, ...found } = answer;
    return [{ ...base, ...found, title: `${what}: ${title}`, confidence: 'certain' }];
  });
}
