// Diagnosis: why a pod does not run as it should.
export type { Cause, Diagnosis, DiagnosisKind, Stage } from './Cause';
export { diagnosisKinds, stages } from './Cause';
export { meaningOfExit } from './crashes';
export { diagnosePod, diagnoseWorkload } from './diagnose';
export type { SchedulingObstacle } from './scheduling';
export { parseUnschedulable } from './scheduling';
export { diagnoseUnhealthy } from './diagnoseUnhealthy';
export type { ContainerEnd, ContainerState, PodState, SeenEvent, WorkloadDiagnosis } from './WorkloadDiagnosis';
