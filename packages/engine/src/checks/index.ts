// Checks: how they are written and how they are run.
export * from './Check';
export * from './configureChecks';
export * from './defineCheck';
export * from './evaluateCheck';
export * from './matchesEntity';
