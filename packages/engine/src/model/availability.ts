// What is known of a kind in a source: whether it was read, and if not, why not.

/**
 * State of one kind in one cluster (or set of manifests, or repository).
 *
 * - `synced`: all objects were read; absence is proof of absence.
 * - `notServed`: the API server does not know the kind; the technology is not installed.
 * - `notCollected`: the source does not carry the kind at all: manifests hold no Events, and reading repositories may
 *   be switched off. What depends on it is not applicable, not wrong.
 * - `forbidden`, `unreachable`, `stale`: should be there but can't be relied on; what depends on it is unknown.
 *
 * @public
 */
export type KindState =
  | { state: 'synced' }
  | { state: 'notServed' }
  | { state: 'notCollected'; message: string }
  | { state: 'forbidden' | 'unreachable' | 'stale'; message: string; since?: string };
