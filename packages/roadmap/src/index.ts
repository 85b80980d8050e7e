/**
 * The roadmap's content: its format, parser and validator, and the outline of the roadmap that comes with it.
 *
 * @packageDocumentation
 */
export * from './generated/outline';
export * from './model';
export * from './parse/parseContent';
export * from './parse/parseRoadmap';
export { topicHeadings } from './parse/parseTopic';
