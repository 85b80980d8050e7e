// Compares probes as the kubelet runs them: what they ask, and how long they wait until they give up.
import type { Container, Probe } from 'kubernetes-types/core/v1';

const defaults = { periodSeconds: 10, failureThreshold: 3 };

/** The number behind a port, which may be the name of a port of the container. */
function portNumber(port: number | string | undefined, container: Container): number | string | undefined {
  const ports = Array.isArray(container.ports) ? container.ports : [];
  return ports.find(({ name }) => name !== undefined && name === port)?.containerPort ?? port;
}

/**
 * What a probe asks, as one text: kind of handler, scheme, host, port by number, path, service or command.
 *
 * @returns undefined if the probe has no handler
 */
export function questionOf(probe: Probe, container: Container): string | undefined {
  const { httpGet, tcpSocket, exec } = probe;
  const { grpc } = probe as { grpc?: { port: number; service?: string } };
  if (httpGet) {
    const { scheme = 'HTTP', host = '', path = '/', port } = httpGet;
    return `${scheme.toLowerCase()}://${host}:${portNumber(port, container)}${path}`;
  }
  if (tcpSocket) return `tcp://${tcpSocket.host ?? ''}:${portNumber(tcpSocket.port, container)}`;
  if (grpc) return `grpc://:${grpc.port}/${grpc.service ?? ''}`;
  return exec ? `exec ${JSON.stringify(exec.command ?? [])}` : undefined;
}

/**
 * The name of a port that a probe asks and its container does not have. The kubelet finds nothing to ask then: a
 * readiness or startup probe never succeeds, and a liveness probe never fails.
 *
 * @returns undefined where there is nothing wrong
 */
export function missingPort({ httpGet, tcpSocket }: Probe, container: Container): string | undefined {
  const port = httpGet?.port ?? tcpSocket?.port;
  // A number may be written as text.
  if (typeof port !== 'string' || /^\d+$/.test(port)) return undefined;
  return portNumber(port, container) === port ? port : undefined;
}

/** Seconds from the first failed probe until the kubelet acts on it. */
export function patienceOf({ periodSeconds, failureThreshold }: Probe): number {
  return (periodSeconds ?? defaults.periodSeconds) * (failureThreshold ?? defaults.failureThreshold);
}

/** How often the probe may fail so that it waits at least this long. */
export function thresholdFor({ periodSeconds }: Probe, seconds: number): number {
  return Math.ceil(seconds / (periodSeconds ?? defaults.periodSeconds));
}
