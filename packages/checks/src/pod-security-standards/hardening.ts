// The changes that make a pod template meet a level of the Pod Security Standards, where they follow from the template.
import type { Fix, FixOperation, Workload } from '@maturity-roadmap/engine';
import { changeTemplate } from '@maturity-roadmap/engine';
import type { PodSpec, SecurityContext } from 'kubernetes-types/core/v1';
import type { Violation } from './controls/Control';
import type { PodSecurityVersion } from './evaluatePodSecurity';
import { evaluatePodSecurity } from './evaluatePodSecurity';

const lists = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** Keeps what the standard allows and changes the rest. Capabilities it may not have are taken from it. */
function hardenedContext(context: SecurityContext = {}): SecurityContext {
  const { seccompProfile, runAsNonRoot, capabilities, ...kept } = context;
  const add = (Array.isArray(capabilities?.add) ? capabilities.add : []).filter(one => one === 'NET_BIND_SERVICE');
  const profile = seccompProfile && seccompProfile.type !== 'Unconfined' ? { seccompProfile } : {};
  return {
    ...kept,
    // What the container denied or left open, the pod now says for all.
    ...(runAsNonRoot === true ? { runAsNonRoot } : {}),
    ...profile,
    allowPrivilegeEscalation: false,
    capabilities: { ...(add.length > 0 ? { add } : {}), drop: ['ALL'] },
  };
}

function hardened(spec: PodSpec): PodSpec {
  const { seccompProfile, ...context } = spec.securityContext ?? {};
  const profile = seccompProfile && seccompProfile.type !== 'Unconfined' ? seccompProfile : { type: 'RuntimeDefault' };
  const changed: PodSpec = { ...spec, securityContext: { ...context, runAsNonRoot: true, seccompProfile: profile } };
  for (const list of lists) {
    const containers = spec[list];
    if (!Array.isArray(containers)) continue;
    changed[list] = containers.map(one => ({ ...one, securityContext: hardenedContext(one.securityContext) })) as never;
  }
  return changed;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * A fix for a pod template that violates the restricted standard by what it left unsaid: seccomp, escalation,
 * capabilities, non-root. Whether the image can run without root is not known here, so the fix is proposed, never
 * applied.
 *
 * @returns undefined where that is not enough: host access, volumes, root asked for by number
 */
export function hardeningFix(workload: Workload, version: PodSecurityVersion): Fix | undefined {
  const { podSpec, podAnnotations, podSpecPointer: base } = workload;
  const changed = hardened(podSpec);
  const left = evaluatePodSecurity(changed, { annotations: podAnnotations }, 'restricted', version);
  if (left.length > 0) return undefined;
  const operations: FixOperation[] = [];
  const set = (path: string, before: unknown, value: unknown) => {
    if (!isSame(before, value)) operations.push({ op: before === undefined ? 'add' : 'replace', path, value });
  };
  set(`${base}/securityContext`, podSpec.securityContext, changed.securityContext);
  for (const list of lists) {
    changed[list]?.forEach((container, at) => {
      const before = podSpec[list]?.[at].securityContext;
      set(`${base}/${list}/${at}/securityContext`, before, container.securityContext);
    });
  }
  return changeTemplate(workload, operations);
}

/** Fields that hold nothing but the permission, so that without them no more than it is gone. */
const permission = /\.(hostNetwork|hostPID|hostIPC)$|\.securityContext\.(privileged|procMount)$/;

/**
 * A fix for a pod template that violates the baseline: takes the permissions away. Whether the program does without is
 * not known here, so the fix is proposed, never applied.
 *
 * @returns undefined where something else is amiss, such as a host path, which would need another volume in its place
 */
export function baselineFix(workload: Workload, violations: readonly Violation[]): Fix | undefined {
  const operations = violations.flatMap(({ path, container }): FixOperation[] => {
    const [, ofPod, ofContainer] = permission.exec(path) ?? [];
    if (ofPod) return [{ op: 'remove', path: `${workload.podSpecPointer}/${ofPod}` }];
    const holder = workload.containers.find(({ name }) => name === container);
    if (!ofContainer || !holder) return [];
    return [{ op: 'remove', path: `${holder.pointer}/securityContext/${ofContainer}` }];
  });
  return operations.length === violations.length ? changeTemplate(workload, operations) : undefined;
}
