// Image references taken apart by the grammar of the distribution project.

/** @public */
export interface ImageReference {
  /** Registry host with optional port; absent if none is written. */
  domain?: string;
  /** Repository path without domain. */
  path: string;
  tag?: string;
  /** `algorithm:hex`. */
  digest?: string;
}

const pattern =
  /^(?<name>[a-z0-9A-Z.\-_/:[\]]+?)(?::(?<tag>[\w][\w.-]{0,127}))?(?:@(?<digest>[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$/;

/** The first part is a domain if it holds a dot or a port, has capitals, or is localhost. */
const isDomain = (part: string) => /[.:A-Z]/.test(part) || part === 'localhost';

/**
 * Parses `[domain[:port]/]path[:tag][@digest]`. What follows a colon is a tag only behind the last slash, so the port
 * of a registry is never taken for one.
 * See https://github.com/distribution/reference/blob/main/reference.go
 *
 * @returns undefined if the text is not an image reference
 * @public
 */
export function parseImageReference(image: string): ImageReference | undefined {
  const parts = pattern.exec(image)?.groups;
  if (!parts) return undefined;
  const slash = parts.name.indexOf('/');
  const first = parts.name.slice(0, Math.max(slash, 0));
  const domain = slash > 0 && isDomain(first) ? first : undefined;
  const path = domain ? parts.name.slice(slash + 1) : parts.name;
  if (!/^[a-z0-9]+(?:(?:\.|_{1,2}|-+|\/)[a-z0-9]+)*$/.test(path)) return undefined;
  return {
    ...(domain ? { domain } : {}),
    path,
    ...(parts.tag ? { tag: parts.tag } : {}),
    ...(parts.digest ? { digest: parts.digest } : {}),
  };
}
