// The Maturity tab of a group, system or domain: all that belongs to it or to what is below it.
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { HeatMap } from '../heatmap/HeatMap';
import { OrganisationPage } from '../organisation/OrganisationPage';
import { entityTitle } from '../states/entityTitle';

/** Needs an entity around it. Shows what the organisation's page shows, of a part of it, and the part's heat map. */
export function RollupTab() {
  const { entity } = useEntity();
  const within = stringifyEntityRef(entity);
  return (
    <OrganisationPage within={within}>
      <HeatMap within={within} title={entityTitle(entity)} />
    </OrganisationPage>
  );
}
