/**
 * Judges fixtures of checks, for the tests of anyone who writes checks.
 *
 * @packageDocumentation
 */
export * from './mendFixture';
export * from './judgeFixture';
export * from './fleet';
