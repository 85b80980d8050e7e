// Objects: the index and what it takes to ask it.
export * from './canRead';
export * from './changedFields';
export * from './conform';
export * from './derived';
export * from './indexManifests';
export * from './manifests';
export * from './memoizeLast';
export * from './NotJudgeable';
export * from './ObjectIndex';
export * from './ObjectView';
export * from './Projector';
export * from './quantities';
export * from './RecordingView';
export * from './sameContent';
export * from './selectors';
