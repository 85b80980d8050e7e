// Repositories as indexes of files.
export * from './indexRepository';
