// What the services of a made-up organisation lack, and on which day of its history that changed.
import type { KubernetesObject } from '@maturity-roadmap/engine';

type Spec = Record<string, unknown> & { containers: Record<string, unknown>[] };
type Change = (object: KubernetesObject) => KubernetesObject | undefined;

/** One thing that can be missing. */
interface Defect {
  name: string;
  /** Share of all that lacked it at first, and that lacks it in the end. */
  from: number;
  to: number;
  /** Share that had it and lost it. */
  lost: number;
  /** All of a namespace alike. */
  ofNamespace?: boolean;
  apply: Change;
}

const podSpecOf = (object: KubernetesObject): Spec | undefined => {
  const spec = (object as { spec?: unknown }).spec as { template?: { spec: Spec }; containers?: unknown } | undefined;
  return spec?.template?.spec ?? (spec?.containers ? (spec as unknown as Spec) : undefined);
};

/** Changes the pod template, and the pods made of it. */
const inPods =
  (change: (spec: Spec) => void): Change =>
  object => {
    if (!podSpecOf(object)) return object;
    const copy = structuredClone(object);
    change(podSpecOf(copy)!);
    return copy;
  };
const inContainers = (change: (container: Record<string, unknown>) => void) =>
  inPods(spec => spec.containers.forEach(change));
const without =
  (kind: string): Change =>
  object =>
    object.kind === kind ? undefined : object;

const limitsOf = (container: Record<string, unknown>) => container.resources as { limits?: object };
const untagged = (image: unknown) => String(image).replace(/:[^:/]+$/, '');

const defects: readonly Defect[] = [
  { name: 'probe', from: 0.3, to: 0.16, lost: 0.02, apply: inContainers(one => delete one.readinessProbe) },
  { name: 'tag', from: 0.22, to: 0.12, lost: 0.01, apply: inContainers(one => (one.image = untagged(one.image))) },
  { name: 'limits', from: 0.25, to: 0.15, lost: 0.01, apply: inContainers(one => delete limitsOf(one).limits) },
  {
    name: 'requests',
    from: 0.25,
    to: 0.18,
    lost: 0,
    ofNamespace: true,
    apply: inContainers(one => delete one.resources),
  },
  { name: 'policy', from: 0.62, to: 0.45, lost: 0.01, ofNamespace: true, apply: without('NetworkPolicy') },
  { name: 'budget', from: 0.4, to: 0.3, lost: 0.02, apply: without('PodDisruptionBudget') },
  { name: 'autoscaler', from: 0.3, to: 0.28, lost: 0.01, apply: without('HorizontalPodAutoscaler') },
  {
    name: 'restricted',
    from: 0.5,
    to: 0.36,
    lost: 0.01,
    apply: inContainers(one => (one.securityContext = { allowPrivilegeEscalation: true })),
  },
  { name: 'spread', from: 0.45, to: 0.4, lost: 0.02, apply: inPods(spec => delete spec.topologySpreadConstraints) },
];

/** A number from 0 to 1, the same for the same words. */
function chance(...words: (string | number)[]): number {
  let hash = 2166136261;
  for (const letter of words.join('/')) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** Days before today since when it is lacking, or until when it was; both absent where it never was. */
function lacks({ name, from, to, lost, ofNamespace }: Defect, service: string, namespace: string, daysAgo: number) {
  const of = ofNamespace ? namespace : service;
  const drawn = chance(name, of);
  const day = 1 + Math.floor(chance(name, of, 'day') * 88);
  if (drawn < to) return true;
  if (drawn < from) return daysAgo > day;
  return chance(name, of, 'lost') < lost && daysAgo <= day;
}

/** Names of what a service lacks on a day. */
export function lackingOn(service: string, namespace: string, daysAgo: number): string[] {
  return defects.filter(defect => lacks(defect, service, namespace, daysAgo)).map(({ name }) => name);
}

/** The objects of a service that lacks some things. */
export function withDefects(objects: readonly KubernetesObject[], lacking: readonly string[]): KubernetesObject[] {
  const changes = defects.filter(({ name }) => lacking.includes(name));
  return objects.flatMap(object => {
    const changed = changes.reduce<KubernetesObject | undefined>((one, { apply }) => one && apply(one), object);
    return changed ?? [];
  });
}

/** Whether a namespace enforces a Pod Security Standard on a day. */
export const enforcesPodSecurity = (namespace: string, daysAgo: number): boolean =>
  !lacks({ name: 'enforce', from: 0.6, to: 0.42, lost: 0, apply: one => one }, namespace, namespace, daysAgo);
