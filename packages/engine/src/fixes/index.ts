// Fixes: applied to objects, and shown as what they change.
export { applyOperations } from './applyOperations';
export type { DiffLine } from './diffLines';
export type { FixDiff } from './fixDiff';
export { fixDiff } from './fixDiff';
