// English texts around the screens: header and tabs.
export const shell = {
  title: 'Maturity',
  subtitle: 'What good looks like, and how far we have come',
  roadmap: 'Roadmap',
  organisation: 'Organisation',
  heatMap: 'Heat map',
  checks: 'Checks',
  admin: 'Admin',
} as const;
