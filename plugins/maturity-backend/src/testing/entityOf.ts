// A component of a test's catalog.
import type { Entity } from '@backstage/catalog-model';

/** The entity of a component that is looked for by its own name. */
export const entityOf = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service', owner: 'group:default/team' },
});
