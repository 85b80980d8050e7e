// Workloads: pod templates with their controllers, and what belongs to them.
export * from './createBeside';
export * from './disruption';
export * from './elapsed';
export * from './imageReference';
export * from './nodePools';
export * from './pods';
export * from './resolveWorkloads';
export * from './scaling';
export * from './scheduling';
export * from './services';
export * from './setOperation';
export * from './toWorkload';
export * from './Workload';
export * from './workloadsIn';
