// Recognises repositories whose image is built by a tool that needs no Dockerfile.
import type { RepositoryFile } from '@maturity-roadmap/engine';

/** What each tool leaves in a repository. A build file that many tools share counts only if it names the plugin. */
const signs: readonly { builder: string; path: RegExp; text?: RegExp }[] = [
  { builder: 'Cloud Native Buildpacks', path: /(^|\/)project\.toml$/ },
  { builder: 'ko', path: /(^|\/)\.ko\.yaml$/ },
  {
    builder: 'Jib',
    path: /(^|\/)(pom\.xml|build\.gradle(\.kts)?)$/,
    text: /jib-maven-plugin|com\.google\.cloud\.tools\.jib/,
  },
  {
    builder: 'Spring Boot buildpacks',
    path: /(^|\/)(pom\.xml|build\.gradle(\.kts)?)$/,
    text: /build-image|bootBuildImage/,
  },
  { builder: 'Bazel', path: /(^|\/)(MODULE\.bazel|WORKSPACE)$/, text: /rules_oci|rules_docker/ },
  { builder: 'Nix', path: /(^|\/)flake\.nix$/, text: /dockerTools|nix2container/ },
  { builder: 'Skaffold with buildpacks or ko', path: /(^|\/)skaffold\.yaml$/, text: /^\s*(buildpacks|ko|jib):/m },
];

/** The first other builder found, with the file that tells. */
export function otherBuilder(files: readonly RepositoryFile[]): { builder: string; file: RepositoryFile } | undefined {
  for (const { builder, path, text } of signs) {
    const file = files.find(one => path.test(one.metadata.name) && (!text || text.test(one.text)));
    if (file) return { builder, file };
  }
  return undefined;
}
