/**
 * Extension points of the maturity backend plugin, for modules that add checks or sources.
 *
 * @packageDocumentation
 */
export * from './extensionPoints';
export * from './Source';
