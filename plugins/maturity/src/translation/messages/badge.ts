// English texts of the level that is shown beside an entity's name.
export const badge = {
  title: 'Maturity',
  label: 'Maturity: {{level}}',
  loading: 'Maturity is loading',
  failed: 'Maturity could not be loaded: {{message}}',
  blockers_one: 'Maturity level {{level}}, {{count, number}} blocker to {{next}}',
  blockers_other: 'Maturity level {{level}}, {{count, number}} blockers to {{next}}',
  highest: 'Maturity level {{level}}, the highest',
} as const;
