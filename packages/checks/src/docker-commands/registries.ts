// Whether an image comes from a registry that an installation allows.
import type { ImageReference } from '@maturity-roadmap/engine';

/** Where an image without registry comes from, and its short names. */
const defaultRegistry = 'docker.io';

/** `registry.example.com`, with port or path if wanted: `registry.example.com:5000/shop`, `*.example.com`. */
export const registryPattern = '(\\*\\.)?[\\w.-]+(:\\d+)?(/[\\w./-]+)?';

/** The whole name, as a node resolves it: `nginx` is `docker.io/library/nginx`. */
function fullName({ domain, path }: ImageReference): string {
  if (domain) return `${domain}/${path}`;
  return `${defaultRegistry}/${path.includes('/') ? path : `library/${path}`}`;
}

function covers(entry: string, name: string): boolean {
  const [host, ...rest] = entry.replace(/\/$/, '').split('/');
  const [domain, ...path] = name.split('/');
  const isHost = host.startsWith('*.') ? domain.endsWith(host.slice(1)) : domain === host;
  return isHost && rest.every((part, at) => path[at] === part);
}

/** Whether an entry of the list covers the image; an empty list covers all. */
export function isAllowed(image: ImageReference, registries: readonly string[]): boolean {
  return registries.length === 0 || registries.some(entry => covers(entry, fullName(image)));
}
