// The check whose verdict the benchmark's changes turn.
export const turned = 'pod-readiness-probe';
