// Merges compose files as `docker compose` does: mappings by key, lists by appending, single values by replacing.
import type { ComposeFile, Mapping } from './readComposeFile';
import { isMapping } from './readComposeFile';

/** Lists of `NAME=value` that may as well be written as mappings. */
const keyed = new Set(['environment', 'labels', 'args', 'depends_on', 'networks', 'extra_hosts', 'sysctls']);
/** Lists that are one value. */
const replaced = new Set(['command', 'entrypoint', 'test']);

/** A list of `NAME=value` or of names as a mapping; a name without value is inherited from the host. */
export function toMapping(value: unknown): Mapping {
  if (isMapping(value)) return value;
  if (!Array.isArray(value)) return {};
  return Object.fromEntries(
    value.map(entry => {
      const text = String(entry);
      const equals = text.indexOf('=');
      return equals < 0 ? [text, null] : [text.slice(0, equals), text.slice(equals + 1)];
    }),
  );
}

function merge(base: unknown, over: unknown, path: readonly string[], tagged: ComposeFile['tagged']): unknown {
  const tag = tagged.get(path.join('.'));
  if (tag === '!reset') return undefined;
  const key = path.at(-1) ?? '';
  if (tag === '!override' || base === undefined) return over;
  if (keyed.has(key) && path[0] === 'services') {
    return mergeMappings(toMapping(base), toMapping(over), path, tagged);
  }
  if (isMapping(base) && isMapping(over)) return mergeMappings(base, over, path, tagged);
  if (Array.isArray(base) && Array.isArray(over) && !replaced.has(key)) return [...base, ...over];
  return over ?? base;
}

/** Lays one mapping over another; `path` leads to them from the root of the file. */
export function mergeMappings(
  base: Mapping,
  over: Mapping,
  path: readonly string[] = [],
  tagged: ComposeFile['tagged'] = new Map(),
): Mapping {
  const merged: Mapping = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const result = merge(base[key], value, [...path, key], tagged);
    if (result === undefined) delete merged[key];
    else merged[key] = result;
  }
  return merged;
}
