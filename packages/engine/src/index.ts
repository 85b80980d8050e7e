/**
 * The engine: indexes Kubernetes objects, finds workloads and components, judges them by checks and scores them along
 * a roadmap. Pure: no clock, no randomness, no input or output.
 *
 * @packageDocumentation
 */
export * from './checks';
export * from './components';
export * from './delivery';
export * from './diagnosis';
export * from './fixes';
export * from './model';
export * from './objects';
export * from './rbac';
export * from './repository';
export * from './scoring';
export * from './workloads';
