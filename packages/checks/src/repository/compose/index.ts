// Compose projects, loaded as `docker compose` loads them.
export * from './composeProblems';
export * from './ComposeProject';
export * from './editCompose';
export * from './judgeCompose';
export * from './mergeCompose';
export * from './readComposeFile';
export * from './stores';
