// Parts that several answers of the API share.

/** A count of components and what it is counted of. @public */
export interface Share {
  /** Components that meet it. */
  met: number;
  /** Components to which it applies. */
  applicable: number;
  /** Of these, the ones that could not be judged. */
  unknown: number;
}

/** A component as lists name it. @public */
export interface ComponentName {
  /** Entity ref, `component:default/checkout`. */
  ref: string;
  title: string;
  /** Entity ref of the owner, if it has one. */
  owner?: string;
  /** Entity ref of the system, if it belongs to one. */
  system?: string;
}
