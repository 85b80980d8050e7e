// Tells values that are credentials from those that only look like it, by name and by shape.

const words =
  'password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|secret[_-]?key|credentials?|client[_-]?secret';
/** Variables in which command-line clients of clouds expect a key, whatever it looks like. */
const clientName = /^(azure_(batch|storage|cosmos|account)_key|oci_cli_key_content|arm_access_key)$/i;
/** Somewhere in a name. Some clients glue their own name to the word: PGPASSWORD. */
const secretName = new RegExp(`(^|[_.-])((pg|my)?(${words})|pass(?=$))($|[_.-])`, 'i');
/** At the end of a name: settings speak of passwords in many other places. */
const secretEnding = new RegExp(`(^|[_.-])((pg|my)?(${words})|pass)$`, 'i');
/** Names that may hold a key, or only what it is called. */
const keyName = /(^|[_.-])(key|salt|auth|hmac|signature)$/i;
/** Names that speak of a credential but hold where it is, what it is called or how long it lives. */
const harmlessName =
  /(_|-|\.)(url|uri|name|names|file|path|dir|ttl|expiry|expires|expiration|header|issuer|audience|endpoint|host|port|type|length|id|ref|enabled|policy|algorithm|seconds|minutes|hours|days)$/i;
/** Values that no attacker could use. */
const harmlessValue = /^(|true|false|yes|no|none|null|on|off|\d{1,6}|<.*>|\*+|redacted)$/i;
/** In a file they may stand for what is put in later; the value of a variable is what the process uses. */
const placeholder = /^(change-?me|x+|example|placeholder)$/i;
const passwordName = /(password|passwd|passphrase|pwd)$/i;

/** Shapes of credentials that are ones whatever they are called. */
const knownShapes: readonly [RegExp, string][] = [
  [/-{3,5}BEGIN [A-Z ]{0,30}PRIVATE KEY-{3,5}/, 'a private key'],
  [/\bAGE-SECRET-KEY-1[0-9A-Z]{50}/, 'a private key'],
  [/\b(AKIA|ASIA)[0-9A-Z]{16}\b/, 'a cloud access key'],
  [/\bAIza[\w-]{35}\b/, 'a cloud access key'],
  [/\b(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{40,})\b/, 'an access token'],
  [/\b(glpat-[\w-]{20,}|npm_[A-Za-z0-9]{36}|dckr_pat_[\w-]{20,}|pypi-[\w-]{40,}|hvs\.[\w-]{20,})/, 'an access token'],
  [/\b(xox[abprs]-[\w-]{10,}|xapp-\d-[\w-]{20,}|SG\.[\w-]{20,}\.[\w-]{20,})/, 'an access token'],
  [/\b[sr]k_live_[0-9a-zA-Z]{16,}/, 'a payment key'],
  [/\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/, 'a signed token'],
  [/\b[a-z][a-z0-9+.-]{0,20}:\/\/[^/\s:@$"'<{]{0,200}:[^/\s:@$"'<{]{1,200}@/i, 'a URL with a password'],
];

/** One look for all of them, since hardly any value has one. */
const anyShape = new RegExp(knownShapes.map(([{ source }]) => `(?:${source})`).join('|'), 'i');

/** References, paths and URLs are where a secret is, not the secret; templates and ciphertext are none yet. */
const isPointer = (value: string) =>
  /\$[({]|^\$\w+$|\{\{|<%|^\.{0,2}\/|^(ENC\[|vault:|ref\+|env:|file:)/.test(value) ||
  /^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(value);

/** Bits of each character: words have about 3, what a machine drew more. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}

/** Whether a value looks drawn at random, as keys are. */
const isRandom = (value: string) =>
  /^[\w+/=.:~-]{20,512}$/.test(value) && /\d/.test(value) && /[a-z]/i.test(value) && entropyOf(value) > 3.5;

/** The shortest that has a shape: `a://:p@`. */
const shortest = 7;

/** The sort of credential that a value is by its shape alone. */
export function knownShape(value: string): string | undefined {
  if (value.length < shortest) return undefined;
  return anyShape.test(value) ? knownShapes.find(([pattern]) => pattern.test(value))?.[1] : undefined;
}

/** What a name says of its value, whatever that is. */
interface NameSense {
  isHarmless: boolean;
  isPassword: boolean;
  /** Says that the value is secret, by a word somewhere in it. */
  isSecret: boolean;
  /** The same by its last word. */
  endsSecret: boolean;
  isKey: boolean;
}

function readName(written: string): NameSense {
  // `dbPassword` and `DB_PASSWORD` mean the same.
  const name = written.slice(0, 200).replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  const isClient = clientName.test(name);
  return {
    isHarmless: harmlessName.test(name),
    isPassword: passwordName.test(name),
    isSecret: isClient || secretName.test(name),
    endsSecret: isClient || secretEnding.test(name),
    isKey: keyName.test(name),
  };
}

/** The same names stand in many workloads, and taking one apart costs more than all else that is asked of a value. */
const senses = new Map<string, NameSense>();
const mostSenses = 10_000;

function senseOf(written: string): NameSense {
  let sense = senses.get(written);
  if (!sense) {
    sense = readName(written);
    if (senses.size >= mostSenses) senses.clear();
    if (written.length <= 64) senses.set(written, sense);
  }
  return sense;
}

/**
 * What sort of credential a value is; undefined if it is none.
 *
 * @param written - name of the variable or key
 * @param where - a setting in a file counts only if its name ends with the word, one among free text only if its value
 *   looks drawn at random, too
 */
export function credentialIn(
  written: string,
  value: string,
  where: 'variable' | 'setting' | 'text' = 'variable',
): string | undefined {
  const shape = knownShape(value);
  if (shape) return shape;
  if (where === 'text' && !isRandom(value)) return undefined;
  // A name cut from a file would keep the whole file in memory.
  const sense = where === 'setting' ? readName(written) : senseOf(written);
  if (sense.isHarmless) return undefined;
  const trimmed = value.trim();
  // Elsewhere a number counts something; as a password it is a poor one.
  const isPin = where === 'variable' && sense.isPassword && /^\d{3,6}$/.test(trimmed);
  if ((harmlessValue.test(trimmed) && !isPin) || isPointer(value)) return undefined;
  if (where !== 'variable' && placeholder.test(trimmed)) return undefined;
  const isSecret = where === 'variable' ? sense.isSecret : sense.endsSecret;
  if (isSecret) return 'a value whose name says that it is secret';
  return sense.isKey && isRandom(value) ? 'a value that looks drawn at random' : undefined;
}

/** A line of a properties file, of YAML, JSON or of a shell's variables. */
const setting = /^\s*(?:export\s+)?["']?([\w.-]{1,200})["']?\s*[:=]\s*["']?([^"',;#\s][^"'\n]{0,2000}?)["']?\s*,?\s*$/;

/** The settings in a text of several lines that are credentials, by their names. */
export function credentialsInText(text: string): { name: string; what: string }[] {
  return text.split('\n').flatMap(line => {
    const [, name, value] = /^\s*(#|\/\/|;)/.test(line) ? [] : (setting.exec(line.slice(0, 2500)) ?? []);
    const what = name && value ? credentialIn(name, value, 'setting') : knownShape(line.slice(0, 5000));
    return what ? [{ name: name ?? '', what }] : [];
  });
}
