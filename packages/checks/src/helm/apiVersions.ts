// API versions in which a workload was written and that API servers no longer serve.
import type { Evidence, ObjectRef, Workload } from '@maturity-roadmap/engine';

/** The version of Kubernetes that removed each. See https://kubernetes.io/docs/reference/using-api/deprecation-guide/ */
const removed: Readonly<Record<string, string>> = {
  'extensions/v1beta1': '1.16',
  'apps/v1beta1': '1.16',
  'apps/v1beta2': '1.16',
  'batch/v2alpha1': '1.21',
  'batch/v1beta1': '1.25',
};

/** A version that was removed, and where it stands. */
export interface RemovedVersion {
  what: string;
  evidence: Evidence;
}

const served = (version: string) => (version.startsWith('batch/') ? 'batch/v1' : 'apps/v1');

function removedVersion(object: ObjectRef, version: string, path: string): RemovedVersion[] {
  if (!Object.hasOwn(removed, version)) return [];
  const evidence = { object, path, observed: version, expected: served(version) };
  return [{ what: `written in ${version}, which Kubernetes ${removed[version]} removed`, evidence }];
}

/**
 * The removed versions that a workload was written in. A live object is always shown in the version that was asked for:
 * only its managed fields tell in which one its authors write.
 */
export function removedVersions({ object, ref }: Workload): RemovedVersion[] {
  if (!object.metadata.uid) return removedVersion(ref, object.apiVersion, 'apiVersion');
  const { managedFields } = object.metadata as { managedFields?: { manager?: string; apiVersion?: string }[] };
  return (Array.isArray(managedFields) ? managedFields : []).flatMap(({ manager = 'someone', apiVersion = '' } = {}) =>
    removedVersion(ref, apiVersion, `metadata.managedFields[${manager}].apiVersion`),
  );
}
