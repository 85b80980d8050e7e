// Finds the root of the repository that a URL points into, by the rules of its host.
import type { ScmIntegrationRegistry } from '@backstage/integration';

/** Hosts of Git, where one archive holds all folders of a repository. */
const gitHosts = new Set([
  'azure',
  'bitbucketCloud',
  'bitbucketServer',
  'gerrit',
  'gitea',
  'github',
  'gitlab',
  'harness',
]);

/** The URL of the root at the same branch; undefined where the host is none of Git, or not configured. */
export function repositoryRoot(url: string, integrations: ScmIntegrationRegistry): string | undefined {
  const integration = integrations.byUrl(url);
  return integration && gitHosts.has(integration.type) ? integration.resolveUrl({ url: '/', base: url }) : undefined;
}
