// Containers listen on no port of the node.
import type { Control } from './Control';
import { listOf } from './securityContexts';

export const hostPorts: Control = {
  id: 'hostPorts',
  level: 'baseline',
  versions: [
    {
      minimum: 0,
      review: ({ containers }) =>
        containers.flatMap(({ name, path, container }) =>
          listOf(container.ports)
            .filter(({ hostPort }) => hostPort)
            .map(({ name: port, containerPort, hostPort }) => ({
              container: name,
              path: `${path}.ports[${port ?? containerPort}].hostPort`,
              observed: String(hostPort),
              expected: '0 or not set',
            })),
        ),
    },
  ],
};
