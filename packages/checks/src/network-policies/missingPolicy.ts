// The NetworkPolicy that a workload misses, as far as it follows from what its objects say.
import type { Fix, ObjectView, Workload } from '@maturity-roadmap/engine';
import { createBeside, fixFields, ownSelector, servicesOf } from '@maturity-roadmap/engine';
import { policiesSelecting } from './selecting';

export const missingPolicyKinds = ['networking.k8s.io/v1/NetworkPolicy', 'v1/Service'] as const;
type View = ObjectView<(typeof missingPolicyKinds)[number]>;

interface Port {
  protocol: string;
  port: number | string;
}

/** Ports that containers declare or Services lead to: by these the pods are meant to be reached. */
function meantPorts(workload: Workload, index: View): Port[] {
  const declared = workload.containers
    .filter(({ longRunning }) => longRunning)
    .flatMap(({ container }) => container.ports ?? []);
  const numbers = declared.map(({ protocol = 'TCP', containerPort }) => ({ protocol, port: containerPort }));
  const targets = servicesOf(workload, index)
    .flatMap(({ spec }) => spec?.ports ?? [])
    .map(({ protocol = 'TCP', port, targetPort = port }) => ({ protocol, port: targetPort }))
    // A name stands for the number of a port that is declared, or for none.
    .filter(({ port }) => typeof port === 'number');
  const all = [...numbers, ...targets].map(one => [`${one.protocol} ${one.port}`, one] as const);
  return [...new Map(all).values()];
}

/**
 * Closes all ports but those that the pods are meant to be reached by; where there are none, all. Who may reach those
 * that stay open is for people to say.
 *
 * @returns undefined where a policy has the name already, or Services can't be read
 */
export function ingressPolicy(workload: Workload, index: View): Fix | undefined {
  const podSelector = ownSelector(workload);
  if (!podSelector || index.state('v1/Service').state !== 'synced') return undefined;
  if (index.get('networking.k8s.io/v1/NetworkPolicy', workload.namespace, workload.name)) return undefined;
  const ports = meantPorts(workload, index);
  const spec = { podSelector, policyTypes: ['Ingress'], ...(ports.length > 0 ? { ingress: [{ ports }] } : {}) };
  return createBeside(workload, { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec });
}

/**
 * Completes a policy that lists no rules for egress but does not say that it is about egress, so that it isolates
 * nothing: that is what its author meant.
 */
export function egressTypes(workload: Workload, index: View): Fix | undefined {
  const [meant] = policiesSelecting(workload, index).filter(
    ({ spec }) => Array.isArray(spec?.egress) && !spec.policyTypes?.length,
  );
  return meant && fixFields(index.ref(meant), meant, { '/spec/policyTypes': ['Ingress', 'Egress'] });
}
