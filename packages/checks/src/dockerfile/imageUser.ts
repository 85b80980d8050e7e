// Tells the user that an image runs as, from its Dockerfile and from what is known of public base images.
import { parseImageReference } from '@maturity-roadmap/engine';
import type { Dockerfile, Instruction } from '../repository';
import { effective, expand, finalBase, finalChain, globalScope, stageScope } from '../repository';

export type ImageUser =
  | { kind: 'set'; user: string; instruction: Instruction }
  | { kind: 'base'; user: 'root' | 'other'; image: string }
  | { kind: 'unresolved'; variables: readonly string[]; instruction: Instruction }
  | { kind: 'unknown'; image: string };

/** Official images that leave the user at root. Those that set one (elasticsearch, jenkins …) are not among them. */
const rootImages = new Set(
  [
    'alpine amazoncorretto amazonlinux bash buildpack-deps busybox caddy composer debian eclipse-temurin elixir erlang',
    'fedora golang gradle haproxy haskell httpd ibmjava julia maven mongo mysql mariadb nginx node openjdk oraclelinux',
    'perl php postgres pypy python r-base rabbitmq redis rockylinux ruby rust swift tomcat traefik ubuntu',
  ].flatMap(line => line.split(' ')),
);

/** Set by Microsoft's .NET images for use in USER. See https://github.com/dotnet/dotnet-docker/discussions/4764 */
const dotnetUser = new Map([['APP_UID', '1654']]);

/**
 * - Distroless images run as root unless the tag says `nonroot`: https://github.com/GoogleContainerTools/distroless
 * - Images of Chainguard and unprivileged nginx set a user of their own.
 */
function userOfBase(name: string): ImageUser {
  const image = parseImageReference(name);
  const path = image?.path ?? name;
  const set = { kind: 'base', user: 'other', image: name } as const;
  if (/(^|-)nonroot(-|$)/.test(image?.tag ?? '')) return set;
  if (image?.domain === 'cgr.dev' || path === 'nginxinc/nginx-unprivileged') return set;
  if (image?.domain === 'mcr.microsoft.com' && /^dotnet\//.test(path) && /chiseled|distroless/.test(image.tag ?? ''))
    return set;
  const isOfficial = !image?.domain || image.domain === 'docker.io';
  const isRoot =
    (isOfficial && rootImages.has(path.replace(/^library\//, ''))) ||
    (image?.domain === 'gcr.io' && path.startsWith('distroless/') && image.tag !== undefined) ||
    (image?.domain === 'mcr.microsoft.com' && path.startsWith('dotnet/'));
  return isRoot ? { kind: 'base', user: 'root', image: name } : { kind: 'unknown', image: name };
}

/**
 * The user of the shipped image: the last USER of the nearest stage that has one, otherwise the base image's.
 */
export function imageUser(dockerfile: Dockerfile): ImageUser {
  const chain = finalChain(dockerfile);
  const base = finalBase(dockerfile);
  const found = effective(chain, 'USER');
  if (found) {
    const { instruction, stage } = found;
    const scope = stageScope(stage, globalScope(dockerfile.globalArguments));
    const isDotnet = base?.kind === 'image' && /(^|\/)dotnet\//.test(base.name);
    const { text, missing } = expand(instruction.text, new Map([...(isDotnet ? dotnetUser : []), ...scope]));
    return missing.length > 0
      ? { kind: 'unresolved', variables: missing, instruction }
      : { kind: 'set', user: text, instruction };
  }
  // An image from scratch has no user, which a runtime reads as 0.
  if (base?.kind === 'scratch') return { kind: 'base', user: 'root', image: 'scratch' };
  return base?.kind === 'image' ? userOfBase(base.name) : { kind: 'unknown', image: 'a build argument' };
}

/** Whether the user part of `user[:group]` is root; the group does not matter. */
export function isRootUser(user: string): boolean {
  const [name] = user.replace(/^["']|["']$/g, '').split(':');
  return name === 'root' || /^0+$/.test(name);
}
