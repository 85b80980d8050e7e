/**
 * The checks: one folder each, by topic of the roadmap.
 *
 * @packageDocumentation
 */
export { allChecks } from './generated/registry';
