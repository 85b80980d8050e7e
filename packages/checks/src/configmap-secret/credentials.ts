// Tells values that are credentials from those that only look like it, by name and by shape.

const secretName =
  /(^|[_.-])(password|passwd|pwd|secret|token|api[_-]?key|apikey|access[_-]?key|private[_-]?key|credentials?|client[_-]?secret)($|[_.-])/i;
/** Names that speak of a credential but hold where it is, what it is called or how long it lives. */
const harmlessName =
  /(_|-|\.)(url|uri|name|names|file|path|dir|ttl|expiry|expires|expiration|header|issuer|audience|endpoint|host|port|type|length|id|ref|enabled|policy|algorithm|seconds|minutes|hours|days)$/i;
/** Values that no attacker could use. */
const harmlessValue =
  /^(|true|false|yes|no|none|null|on|off|\d{1,6}|change-?me|<.*>|\*+|x+|example|placeholder|redacted)$/i;

/** Shapes of credentials that are ones whatever they are called. */
const knownShapes: readonly [RegExp, string][] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\b(AKIA|ASIA)[0-9A-Z]{16}\b/, 'a cloud access key'],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}\b/, 'an access token'],
  [/\bglpat-[\w-]{20,}/, 'an access token'],
  [/\bxox[abprs]-[\w-]{10,}/, 'an access token'],
  [/\bsk_live_[0-9a-zA-Z]{16,}/, 'a payment key'],
  [/\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/, 'a signed token'],
  [/^[a-z][a-z0-9+.-]*:\/\/[^/\s:@$]+:[^/\s:@$]+@/i, 'a URL with a password'],
];

/** References, paths and URLs are where a secret is, not the secret. */
const isPointer = (value: string) =>
  /\$[({]/.test(value) || /^\.{0,2}\//.test(value) || /^[a-z][a-z0-9+.-]*:\/\//i.test(value);

/**
 * What sort of credential a value is; undefined if it is none.
 *
 * @param name - of the variable or key
 */
export function credentialIn(name: string, value: string): string | undefined {
  const shape = knownShapes.find(([pattern]) => pattern.test(value));
  if (shape) return shape[1];
  if (!secretName.test(name) || harmlessName.test(name)) return undefined;
  if (harmlessValue.test(value.trim()) || isPointer(value)) return undefined;
  return 'a value whose name says that it is secret';
}
