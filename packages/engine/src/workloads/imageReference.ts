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

const namePattern = /^[a-zA-Z0-9.\-_/:[\]]+$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
/** As the grammar has it. Whether it has the length of its algorithm shows when it is pulled: it pins all the same. */
const digestPattern = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const hostPattern = /^(?:[a-zA-Z0-9.-]+|\[[0-9a-fA-F:]+\])(?::\d+)?$/;
/** Between its dots a host name neither begins nor ends with a dash, and is not empty. */
const brokenHost = /^[.-]|[.-][.-]?(?=:|$)|\.[.-]|-\./;
const longestPath = 255;
const pathPattern = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+|\/)[a-z0-9]+)*$/;

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
  // In a manifest that nobody has checked it may be a number.
  const text = String(image);
  const at = text.indexOf('@');
  const digest = at < 0 ? undefined : text.slice(at + 1);
  if (digest !== undefined && !digestPattern.test(digest)) return undefined;
  const { name, tag } = splitTag(at < 0 ? text : text.slice(0, at));
  if (!namePattern.test(name)) return undefined;
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  const domain = slash > 0 && isDomain(first) ? first : undefined;
  const path = domain ? name.slice(slash + 1) : name;
  if (domain !== undefined && (!hostPattern.test(domain) || brokenHost.test(domain))) return undefined;
  if (path.length > longestPath || !pathPattern.test(path)) return undefined;
  const reference: ImageReference = domain ? { domain, path } : { path };
  if (tag !== undefined) reference.tag = tag;
  if (digest !== undefined) reference.digest = digest;
  return reference;
}

function splitTag(text: string): { name: string; tag?: string } {
  const colon = text.lastIndexOf(':');
  const tag = text.slice(colon + 1);
  return colon > 0 && tagPattern.test(tag) ? { name: text.slice(0, colon), tag } : { name: text };
}
