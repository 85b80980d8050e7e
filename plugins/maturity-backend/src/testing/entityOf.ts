// Components of a test's catalog.
import type { Entity } from '@backstage/catalog-model';

/** The entity of a component that is looked for by its own name. */
export const entityOf = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service', owner: 'group:default/team' },
});

/** Components of one owner: as many as share a namespace in made-up fleets. */
const perOwner = 7;

/** The entities of a made-up fleet. */
export const fleetEntities = (components: number): Entity[] =>
  Array.from({ length: components }, (_, at) => {
    const team = Math.floor(at / perOwner);
    const relations = [
      { type: 'ownedBy', targetRef: `group:default/team-${team}` },
      { type: 'partOf', targetRef: `system:default/system-${Math.floor(team / 3)}` },
    ];
    return { ...entityOf(`service-${at}`), relations };
  });
