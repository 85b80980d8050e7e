// Kubernetes' functions for URLs, for regular expressions and for the form of names, and what CEL has for texts.
import type { Environment } from '@marcbachmann/cel-js';
import { Optional } from '@marcbachmann/cel-js';

class Url {
  constructor(
    readonly scheme: string,
    readonly host: string,
    readonly path: string,
    readonly query: string,
  ) {}
}

/** The parts of a URI, as https://www.rfc-editor.org/rfc/rfc3986#appendix-B takes them apart. */
const parts = /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/;

/** An absolute URI, or an absolute path. */
function urlOf(text: string): Url | undefined {
  // eslint-disable-next-line no-control-regex -- these are what must not be there
  if (text === '' || /[\u0000-\u001f\u007f]/.test(text)) return undefined;
  const [, scheme = '', authority = '', path = '', query = ''] = parts.exec(text) ?? [];
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const isHost = /^(\[[0-9a-fA-F:.]+\]|[^\s:[\]<>"]*)(:\d*)?$/.test(host);
  return (scheme !== '' || text.startsWith('/')) && isHost ? new Url(scheme, host, path, query) : undefined;
}

function url(text: string): Url {
  const found = urlOf(text);
  if (!found) throw new Error(`"${text}" is not an absolute URL or path`);
  return found;
}

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
};

function queryOf({ query }: Url): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const pair of query.split('&').filter(Boolean)) {
    const at = pair.indexOf('=');
    const [key, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    (found[decoded(key)] ??= []).push(decoded(value));
  }
  return found;
}

const escapedPath = ({ path }: Url) => encodeURI(path).replace(/%25([0-9a-fA-F]{2})/g, '%$1');
const hostname = ({ host }: Url) => host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1');
const port = ({ host }: Url) => /:(\d*)$/.exec(host)?.[1] ?? '';

/** See https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-url-library */
export function addUrls(env: Environment): Environment {
  const type = 'kubernetes.URL';
  return env
    .registerType(type, Url)
    .registerFunction(`url(string): ${type}`, url)
    .registerFunction('isURL(string): bool', (text: string) => urlOf(text) !== undefined)
    .registerFunction(`${type}.getScheme(): string`, ({ scheme }: Url) => scheme)
    .registerFunction(`${type}.getHost(): string`, ({ host }: Url) => host)
    .registerFunction(`${type}.getHostname(): string`, hostname)
    .registerFunction(`${type}.getPort(): string`, port)
    .registerFunction(`${type}.getEscapedPath(): string`, escapedPath)
    .registerFunction(`${type}.getQuery(): map<string, list<string>>`, queryOf);
}

class Format {
  constructor(readonly validate: (text: string) => boolean) {}
}

/** Stands for the name before the dot in `format.dns1123Label()`. */
class Formats {}

const label = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const word = '[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?';
const matching = (pattern: string, longest: number) => {
  const whole = new RegExp(`^(?:${pattern})$`);
  return (text: string) => text.length <= longest && whole.test(text);
};
const isSubdomain = matching(`${label}(?:\\.${label})*`, 253);
const isName = matching(word, 63);
const formats: Readonly<Record<string, (text: string) => boolean>> = {
  dns1123Label: matching(label, 63),
  dns1123Subdomain: isSubdomain,
  dns1035Label: matching('[a-z](?:[-a-z0-9]*[a-z0-9])?', 63),
  labelValue: text => text === '' || isName(text),
  qualifiedName: text => {
    const at = text.lastIndexOf('/');
    return isName(text.slice(at + 1)) && (at < 0 || (text.indexOf('/') === at && isSubdomain(text.slice(0, at))));
  },
  uri: text => urlOf(text) !== undefined,
  uuid: matching('[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}', 36),
};

/** See https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-format-library */
export function addFormats(env: Environment): Environment {
  env
    .registerType('kubernetes.Format', Format)
    .registerType('kubernetes.Formats', Formats)
    .registerConstant('format', 'kubernetes.Formats', new Formats())
    .registerFunction('kubernetes.Format.validate(string): optional<list<string>>', (one: Format, text: string) =>
      one.validate(text) ? Optional.none() : Optional.of([`"${text}" does not have the form`]),
    );
  for (const [name, validate] of Object.entries(formats))
    env.registerFunction(`kubernetes.Formats.${name}(): kubernetes.Format`, () => new Format(validate));
  return env;
}

function replace(text: string, old: string, next: string, times = -1n): string {
  const pieces = text.split(old);
  const most = times < 0n ? pieces.length - 1 : Number(times);
  return pieces.reduce((made, piece, at) => `${made}${at <= most ? next : old}${piece}`);
}

function findAll(text: string, pattern: string, most = -1n): string[] {
  const found = [...text.matchAll(new RegExp(pattern, 'g'))].map(([one]) => one);
  return most < 0n ? found : found.slice(0, Number(most));
}

function charAt(text: string, at: bigint): string {
  const characters = [...text];
  if (at < 0n || at > BigInt(characters.length)) throw new Error(`"${text}" has no character ${at}`);
  return characters[Number(at)] ?? '';
}

/** Regular expressions follow JavaScript. See https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-regex-library */
export function addTexts(env: Environment): Environment {
  return env
    .registerFunction(
      'string.find(string): string',
      (text: string, pattern: string) => new RegExp(pattern).exec(text)?.[0] ?? '',
    )
    .registerFunction('string.findAll(string): list<string>', (text: string, pattern: string) => findAll(text, pattern))
    .registerFunction('string.findAll(string, int): list<string>', findAll)
    .registerFunction('string.charAt(int): string', charAt)
    .registerFunction('string.replace(string, string): string', (text: string, old: string, next: string) =>
      replace(text, old, next),
    )
    .registerFunction('string.replace(string, string, int): string', replace);
}
