// The screens that steer an organisation or a part of it: they have most of their parts in common, so they load as one.
export { HeatMapPage } from './heatmap/HeatMapPage';
export { OrganisationPage } from './organisation/OrganisationPage';
export { RollupTab } from './rollup/RollupTab';
