// What ReferenceGrants let objects of the Gateway API use in other namespaces.
import type { ObjectView } from '@maturity-roadmap/engine';

export const grantKind = 'gateway.networking.k8s.io/v1beta1/ReferenceGrant';

/** The object that refers, of the Gateway API. */
export interface Referrer {
  kind: string;
  namespace: string | undefined;
}

/** What it refers to; without group that of the core. */
export interface Referred {
  group?: string;
  kind: string;
  name: string;
  namespace: string;
}

/**
 * Whether a ReferenceGrant of the other namespace lets an object refer to something there.
 * See https://gateway-api.sigs.k8s.io/api-types/referencegrant/
 */
export function isGranted(by: Referrer, target: Referred, index: ObjectView<typeof grantKind>): boolean {
  return index
    .inNamespace(grantKind, target.namespace)
    .some(
      ({ spec }) =>
        (spec?.from ?? []).some(
          from =>
            from.group === 'gateway.networking.k8s.io' && from.kind === by.kind && from.namespace === by.namespace,
        ) &&
        (spec?.to ?? []).some(
          to =>
            (to.group ?? '') === (target.group ?? '') &&
            to.kind === target.kind &&
            (!to.name || to.name === target.name),
        ),
    );
}
