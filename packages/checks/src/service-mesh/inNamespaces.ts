// Objects of a few namespaces, where a mesh looks for its policies.
import type { KindId, ObjectOf, ObjectView } from '@maturity-roadmap/engine';

/** The objects of a kind in these namespaces, in the order of the index; nobody needs to look at those of all others. */
export function inNamespaces<K extends KindId>(
  kind: K,
  namespaces: readonly string[],
  index: ObjectView<K>,
): readonly ObjectOf<K>[] {
  if (namespaces.length === 1) return index.inNamespace(kind, namespaces[0]);
  return [...new Set(namespaces)].sort().flatMap(namespace => index.inNamespace(kind, namespace));
}
