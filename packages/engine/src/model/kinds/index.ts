// Kinds: their ids, types and definitions.
export * from './builtin';
export * from './delivery';
export * from './gateway';
export * from './mesh';
export * from './policy';
export * from './registry';
export * from './repository';
