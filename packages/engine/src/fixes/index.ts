// Fixes: made, applied to objects and files, and shown as what they change.
export { applyEdits, linesOfText } from './applyEdits';
export { applyOperations } from './applyOperations';
export { changeCommand, manifestLines } from './changeCommand';
export { changeDiff } from './changeDiff';
export { createFile, createObject, editFile } from './changes';
export type { DiffLine } from './diffLines';
export type { FixDiff } from './fixDiff';
export { fixDiff } from './fixDiff';
