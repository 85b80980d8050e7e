// The Maturity tab of a group, system or domain: all that belongs to it or to what is below it.
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { OrganisationPage } from '../organisation/OrganisationPage';

/** Needs an entity around it. Shows what the organisation's page shows, of a part of it. */
export function RollupTab() {
  return <OrganisationPage within={stringifyEntityRef(useEntity().entity)} />;
}
