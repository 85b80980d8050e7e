// Builds an index from the objects of manifests, and says which kinds manifests can't speak for.
import { isBuiltinGroup, kindDefinitions } from '../model';
import type { LocatedObject, Problem } from './manifests';
import { ObjectIndex } from './ObjectIndex';

const messages: Partial<Record<string, string>> = {
  system: 'judged on a running cluster: these manifests hold no objects of this kind',
  platform: 'judged where the platform keeps this kind: these manifests hold no objects of it',
};

/**
 * Indexes manifests as a cluster.
 *
 * Manifests of an application are complete for what a team writes: no NetworkPolicy among them means that there is
 * none. They are not for what controllers make or the platform keeps; such a kind, if there is not one object of it,
 * counts as not collected. A cluster's dump, told by its Nodes, has what the platform keeps: no StorageClass in
 * it means that there is none, and an add-on without objects counts as not served. Secrets are rightly left out of it.
 *
 * @param cluster - name to give to the cluster
 * @param observedAt - ISO 8601
 * @returns the index, with a problem for each object that stands there twice (the later one counts)
 * @public
 */
export function indexManifests(
  cluster: string,
  objects: Iterable<LocatedObject>,
  observedAt: string,
): { index: ObjectIndex; problems: Problem[] } {
  const index = new ObjectIndex(cluster, observedAt);
  const problems: Problem[] = [];
  for (const { object, file, line } of objects) {
    const replaced = index.upsert(object);
    if (!replaced) continue;
    const name = `${object.kind} ${object.metadata.namespace ?? 'default'}/${object.metadata.name}`;
    problems.push({ file, line, message: `${name} is defined more than once; this one counts. Remove the other.` });
  }
  const present = new Set(index.kinds());
  const isClusterDump = present.has('v1/Node');
  for (const { id, provenance, group } of kindDefinitions) {
    const message = messages[provenance];
    if (!message || present.has(id)) continue;
    if (isClusterDump && !isBuiltinGroup(group)) index.setState(id, { state: 'notServed' });
    else if (!isClusterDump || provenance === 'system' || id === 'v1/Secret') {
      index.setState(id, { state: 'notCollected', message });
    }
  }
  return { index, problems };
}
