// English texts of the Maturity tab and its card.
export const component = {
  standing: {
    level: 'Level',
    score: 'Score',
    scoreOf: 'of what could be judged, by weight',
    coverage: 'Coverage',
    coverageOf_one: 'of {{count}} check that applies',
    coverageOf_other: 'of {{count}} checks that apply',
    environments: 'Level by environment',
    recheck: 'Recheck now',
    rechecking: 'Rechecking',
    observed: 'Observed {{when}}',
  },
} as const;
