// Compose projects, loaded as `docker compose` loads them.
export * from './composeProblems';
export * from './ComposeProject';
export * from './judgeCompose';
export * from './mergeCompose';
export * from './readComposeFile';
export * from './stores';
