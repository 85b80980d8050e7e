// One component's repository as checks see it, or why it can't be seen.
import type { KindId, ObjectIndex } from '@maturity-roadmap/engine';
import { indexRepository, kindDefinitions, unreadRepository } from '@maturity-roadmap/engine';
import type { FileTreeLocation, TreeFile } from '../files/FileTreeReader';
import type { RepositoryTree } from './repositoryTrees';
import { filesOf } from './repositoryTrees';

/** What a tree holds, or why that is not known; undefined if it has to wait for its host's budget. */
export type TreeReading =
  | { state: 'read'; files: readonly TreeFile[]; observedAt: string; changed: boolean; listed: boolean }
  | { state: 'failed'; message: string };

/** What a component says of its repository. */
export interface Named {
  ref: string;
  repository?: FileTreeLocation;
  repositoryProblem?: string;
}

/** What the index is made of. */
export interface IndexInput {
  component: Named;
  tree: RepositoryTree | undefined;
  reading: TreeReading | undefined;
  enabled: boolean;
  /** ISO 8601. */
  now: string;
}

/** Of files that could not be listed only what was found is known. */
function sayUnlisted(index: ObjectIndex): void {
  const message = 'the host of the repository can not list files, and none with a common name was found';
  for (const { id, provenance } of kindDefinitions)
    if (provenance === 'repository' && index.held(id as KindId).length === 0)
      index.setState(id as KindId, { state: 'notCollected', message });
}

/** The files of the component's own folder. */
export function repositoryIndex({ component, tree, reading, enabled, now }: IndexInput): ObjectIndex {
  const none = (message: string) => unreadRepository({ state: 'notCollected', message }, now);
  if (!enabled) return none('reading repositories is switched off (maturity.repositories.enabled)');
  const { ref, repositoryProblem } = component;
  const problem = repositoryProblem ?? (reading?.state === 'failed' ? reading.message : undefined);
  if (problem) return unreadRepository({ state: 'unreachable', message: problem }, now);
  if (!tree) return none('the component names no repository: add the annotation maturity/repository');
  if (reading?.state !== 'read') return none('the repository has not been read yet');
  const index = indexRepository(filesOf(reading.files, tree.members.get(ref) ?? ''), reading.observedAt);
  if (!reading.listed) sayUnlisted(index);
  return index;
}
