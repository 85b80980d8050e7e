// How tests name components of the catalog.

/** The ref of a component of the catalog. */
export const refOf = (name: string) => `component:default/${name}`;
