// Probes and lifecycle hooks name no host: the kubelet would call it on the pod's behalf, from the node's network.
import type { Control, Finding } from './Control';

/** Where a container holds a handler. `tcpSocket` of lifecycle hooks is deprecated but still accepted. */
const handlers = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
] as const;

const actions = ['httpGet', 'tcpSocket'] as const;

type Nested = { readonly [key: string]: Nested | undefined } | null | undefined;

export const hostProbesAndHostLifecycle: Control = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  versions: [
    {
      minimum: 34,
      review: ({ containers }) =>
        containers.flatMap(({ name, path, container }) => {
          const findings: Finding[] = [];
          for (const steps of handlers) {
            let handler = container as unknown as Nested;
            for (const step of steps) handler = handler?.[step];
            for (const action of actions) {
              const host = handler?.[action]?.host;
              if (!host) continue;
              const at = `${path}.${steps.join('.')}.${action}.host`;
              findings.push({ container: name, path: at, observed: String(host), expected: 'not set' });
            }
          }
          return findings;
        }),
    },
  ],
};
