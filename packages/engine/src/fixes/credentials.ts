// Whether a text may hold a credential, by what it says of itself.

/** A word that names a credential, before the sign that gives it a value. */
export const credential = /(pass|secret|token|api[-_]?key|credential)[^=\s]*=/i;

/** Mounts of secrets and of tokens name a place, not a value. */
const mount = /--mount=\S+/g;
const inUrl = /:\/\/[^/\s:@]*:[^/\s@]+@/;
const inYaml = /(pass|secret|token|api[-_]?key|credential)[\w-]*["']?\s*:\s*["']?[^\s"'{}$]/i;
const inEnv = /^\s*(ENV|ARG)\s+\S*(pass|secret|token|api[-_]?key|credential)\S*\s/i;

/** Whether a line of a file may hold one. */
export function holdsCredential(line: string): boolean {
  const text = line.replace(mount, '');
  return [credential, inUrl, inYaml, inEnv].some(pattern => pattern.test(text));
}
