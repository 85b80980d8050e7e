// The revisions of a Helm release, by the labels of the Secrets that store them; what they hold is never read.
import type { ObjectOf } from '@maturity-roadmap/engine';

type Secret = ObjectOf<'v1/Secret'>;

export interface Revision {
  revision: number;
  /** `deployed`, `superseded`, `failed`, `pending-install`, `pending-upgrade`, `pending-rollback`, `uninstalling` … */
  status: string;
  secret: Secret;
}

/**
 * The latest revision of a release. Revisions count as numbers: 10 comes after 9.
 * See https://helm.sh/docs/topics/advanced/#storage-backends
 */
export function latestRevision(secrets: readonly Secret[], release: string): Revision | undefined {
  let latest: Revision | undefined;
  for (const secret of secrets) {
    const { owner, name, version, status } = secret.metadata.labels ?? {};
    const revision = Number.parseInt(version ?? '', 10);
    if (owner !== 'helm' || name !== release || !Number.isInteger(revision)) continue;
    if (!latest || revision > latest.revision) latest = { revision, status: status ?? 'unknown', secret };
  }
  return latest;
}
