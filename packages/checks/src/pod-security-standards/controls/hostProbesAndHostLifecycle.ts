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

type Nested = { readonly [key: string]: Nested | undefined } | null | undefined;

export const hostProbesAndHostLifecycle: Control = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  versions: [
    {
      minimum: 34,
      review: ({ containers }) =>
        containers.flatMap(({ name, path, container }) =>
          handlers.flatMap(steps => {
            const handler = steps.reduce<Nested>((at, step) => at?.[step], container as unknown as Nested);
            return (['httpGet', 'tcpSocket'] as const).flatMap((action): Finding[] => {
              const host = handler?.[action]?.host;
              if (!host) return [];
              const at = `${path}.${steps.join('.')}.${action}.host`;
              return [{ container: name, path: at, observed: String(host), expected: 'not set' }];
            });
          }),
        ),
    },
  ],
};
