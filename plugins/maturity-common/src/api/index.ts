// The REST contract: what each path answers.
export * from './admin';
export * from './checks';
export * from './common';
export * from './history';
export * from './learning';
export * from './mending';
export * from './organisation';
export * from './progress';
export * from './report';
export * from './roadmap';
export * from './steering';
