// English texts of the card of groups, systems and domains.
export const rollup = {
  title: 'Maturity',
  theMaturity: 'The maturity below this',
  loading: 'Loading maturity',
  allServices: 'All services',
} as const;
