// The REST contract: what each path answers.
export * from './admin';
export * from './common';
export * from './history';
export * from './organisation';
export * from './progress';
export * from './report';
export * from './roadmap';
export * from './steering';
