// How a container takes its leave: what its preStop hook waits for, and how long the pod lets it.
import type { Container } from 'kubernetes-types/core/v1';

/** What Kubernetes fills in. */
export const defaultGraceSeconds = 30;

interface PreStop {
  exec?: { command?: string[] };
  httpGet?: object;
  tcpSocket?: object;
  sleep?: { seconds?: number };
}

/**
 * Seconds that a hook is known to sleep: by the sleep action, or by a command that calls `sleep`. 0 where it does
 * something else. See https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
 */
export function sleepSeconds(hook: PreStop): number {
  if (hook.sleep) return Number(hook.sleep.seconds ?? 0);
  const command = Array.isArray(hook.exec?.command) ? hook.exec.command.join(' ') : '';
  const [, amount, unit] = /\bsleep\s+(\d+(?:\.\d+)?)([sm]?)/.exec(command) ?? [];
  return amount ? Number(amount) * (unit === 'm' ? 60 : 1) : 0;
}

/** The hook that runs before the process gets SIGTERM, if there is one that does something: to sleep 0 s is allowed. */
export function preStopOf(container: Container): PreStop | undefined {
  const hook = container.lifecycle?.preStop as PreStop | undefined;
  if (!hook || (hook.sleep && sleepSeconds(hook) === 0)) return undefined;
  return (hook.exec ?? hook.httpGet ?? hook.tcpSocket ?? hook.sleep) ? hook : undefined;
}
