// English texts of the heat map.
export const heatmap = {
  theHeatMap: 'The heat map',
  loading: 'Loading the heat map',
  servicesOfRow: 'The services of a row',
  rows: 'Rows',
  groups: 'Groups',
  systems: 'Systems',
  organisation: 'Organisation',
  noOwner: 'No component has an owner yet: set spec.owner in its catalog-info.yaml.',
  noSystem: 'No component has a system yet: set spec.system in its catalog-info.yaml.',
  services: 'Services',
  grid: 'Share of services that meet each topic',
  cell: '{{row}}, {{topic}}: {{percent}}, {{met, number}} of {{applicable, number}} meet it',
  cellPartly:
    '{{row}}, {{topic}}: {{percent}}, {{met, number}} of {{applicable, number}} meet it, {{unknown, number}} can not be judged',
  cellUnknown:
    '{{row}}, {{topic}}: {{met, number}} of {{applicable, number}} meet it, {{unknown, number}} can not be judged',
  cellNone: '{{row}}, {{topic}}: – applies to none',
  more: 'and {{more, number}} more',
  expand: 'Expand {{row}}',
  collapse: 'Collapse {{row}}',
  key: {
    percent: '% of services that meet it',
    unknown: 'mostly unknown',
    none: 'applies to none',
  },
  panel: {
    theServices: 'The services',
    loading: 'Loading the services',
    shown: '{{services}}, {{shown, number}} shown',
    openTopic: 'Open topic',
    service: 'Service',
    level: 'Level',
    found: 'What was found',
    changed: 'Last change',
  },
} as const;
