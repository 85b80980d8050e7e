// A made-up fleet, for tests and benchmarks.
export * from './asServed';
export * from './fleet';
export * from './teamObjects';
