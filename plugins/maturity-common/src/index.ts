/**
 * What frontend, backend and others share of the maturity plugin: the REST contract, permissions and annotations.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './permissions';
export * from './signals';
