// The vocabulary: objects, kinds, verdicts, evidence, severity, roadmap outline, report.
export * from './availability';
export * from './errorMessage';
export * from './fix';
export * from './groupBy';
export * from './kinds';
export * from './objects';
export * from './report';
export * from './roadmap';
export * from './severity';
export * from './verdicts';
export * from './worstVerdict';
