// Messages of Kubernetes, runtimes and programs as evidence may show them: one short line without credentials.

/** Long enough for a scheduler's verdict on a mixed cluster. */
const maxLength = 400;

const credentials: [RegExp, string][] = [
  // Registries and object stores sign download addresses in the query.
  [/(\bhttps?:\/\/[^\s"'?]+)\?[^\s"']+/gi, '$1?…'],
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi, '$1…@'],
  [
    /\b((?:proxy-)?authorization\s*[:=]\s*|bearer\s+|basic\s+(?=[\w+/=-]{16}))(?:bearer\s+|basic\s+)?[\w+/=.~-]+/gi,
    '$1…',
  ],
  [/\b([\w.-]*(?:password|passwd|secret|token|api[_-]?key|access[_-]?key))("?\s*[=:]\s*"?)[^\s"',;]+/gi, '$1$2…'],
];

/**
 * A message as evidence: white space joined, credentials masked, its end cut off if it is long. Termination messages may
 * be the tail of a log, so they can hold anything.
 */
export function excerpt(message: string): string {
  const masked = credentials.reduce((text, [pattern, mask]) => text.replace(pattern, mask), message);
  const line = masked.replace(/\s+/g, ' ').trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}
