// What the API answers about mending a component: patches, what they would do, and how far a recheck is.
import type { Change, Delivery, FixDiff, MendingEffect, ObjectRef } from '@maturity-roadmap/engine';

/** The change that would mend what fails, the same in several environments where it is the same there. @public */
export interface PatchView {
  /** Of an object that is there, of one that is missing, or of a file of the repository. */
  kind: NonNullable<Change['kind']>;
  /** The object or file, in the first of the environments. */
  object: ObjectRef;
  environments: string[];
  /** The object or the file is not there yet: all lines of the diff are new. */
  isNew?: true;
  /** Absent where the object is not at hand or has changed since it was judged. */
  diff?: FixDiff;
  /** The same change for a shell: `kubectl patch`, `kubectl apply` or `git apply`. */
  command: string;
  /** What delivers the object, or the workload that it is created for, and so undoes a change that is made in the cluster alone. */
  delivery?: Delivery;
}

/** What mending the blockers would do to where a component stands. @public */
export interface BlockerEffects {
  /** By check id: what this one alone would do. */
  byCheck: Record<string, MendingEffect>;
  /** All of them; absent where nothing blocks. */
  together?: MendingEffect;
}

/** A workload that belongs to nobody and may be the component's. @public */
export interface NearestWorkload {
  kind: string;
  namespace: string;
  name: string;
  clusters: string[];
  /** Why it may be meant, and what keeps it from being found. */
  why: string;
  /** `strong` by its name, `likely` by the beginning of its name, `weak` by its namespace alone. */
  match: 'strong' | 'likely' | 'weak';
  /** Lines for the entity by which it would be found; for the workload where it has no label to be found by. */
  suggestion: string;
}

/** `GET /reports/{kind}/{namespace}/{name}/recheck`: how far a recheck is. @public */
export interface RecheckProgress {
  /** Every environment of the component, and its repository. */
  environments: {
    environment: string;
    /** Still to be read and judged anew. */
    pending: boolean;
    /** When it was read last; ISO 8601. */
    observedAt?: string;
  }[];
}
