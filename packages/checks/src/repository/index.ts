// Files of a repository that several topics read, parsed: Dockerfile, .dockerignore and compose files.
export * from './commands';
export * from './copies';
export * from './Dockerfile';
export * from './dockerIgnore';
export * from './editDockerfile';
export * from './findDockerfile';
export * from './judgeDockerfile';
export * from './parseDockerfile';
export * from './variables';
export * from './compose';
export * from './secretNames';
