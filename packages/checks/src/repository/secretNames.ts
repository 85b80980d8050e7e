// Tells by name and value whether a variable is likely to hold a credential.

/** After BuildKit: https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/ */
const secretName = /(^|_)(api_?key|auth|credentials?|key|passwd|password|pass|pword|pwd|secret|token)(_|$)/i;
const publicName = /(^|_)(public|file|version)(_|$)|_(path|dir|url|name|id|type|header|ttl|length|size)$/i;

/** Switches, numbers and paths are no credentials, whatever their names. */
const harmlessValue = /^(|true|false|yes|no|none|null|on|off|\d+|\.{0,2}\/[\w./-]*)$/i;

/**
 * `scheme://user:password@host`, where the password is written out and not a variable. Lengths are bound, so that long
 * lines without a URL cost little.
 */
const urlCredentials = /[a-z][a-z+.-]{0,20}:\/\/[^\s/:@$"']{0,200}:[^\s/@$"'{<]+@/i;

export const isSecretName = (name: string): boolean =>
  secretName.test(name.replace(/([a-z])([A-Z])/g, '$1_$2')) && !publicName.test(name);

export const isHarmlessValue = (value: string): boolean => harmlessValue.test(value);

export const hasUrlCredentials = (text: string): boolean => urlCredentials.test(text);
