// Pods keep out of the host's network, process and IPC namespaces.
import type { Control } from './Control';

const fields = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

export const hostNamespaces: Control = {
  id: 'hostNamespaces',
  level: 'baseline',
  versions: [
    {
      minimum: 0,
      review: ({ spec }) =>
        fields
          .filter(field => spec[field] === true)
          .map(field => ({ path: `spec.${field}`, observed: 'true', expected: 'false or not set' })),
    },
  ],
};
