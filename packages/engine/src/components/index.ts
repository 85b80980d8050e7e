// Components: catalog entities and the workloads they claim.
export * from './annotations';
export * from './ComponentSelector';
export * from './mapComponents';
export * from './whyUnclaimed';
