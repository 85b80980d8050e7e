// Compares a value with its shape, field by field, and says what does not fit.
import { shapeDefinitions } from '../model/generated/shapes';

/**
 * The shape of a value: `s` text, `n` number, `b` boolean, `q` number or text, `*` anything, `[` before the shape of a
 * list's items, `{` before that of a map's values, `#` and a number for a type with fields, `!` before the shape of a
 * field that an item of a list is nothing without.
 */
type Shape = string;

/**
 * A field whose value is not what its type allows.
 *
 * @public
 */
export interface Misfit {
  /** Path from the object's root. */
  path: string;
  expected: string;
  found: string;
  /** What the value is taken for; undefined if it is left out. */
  taken?: string;
}

const nouns: Record<string, string> = { s: 'text', n: 'a number', b: 'true or false', q: 'a number or text' };
const nounOf = (shape: Shape) => nouns[shape] ?? (shape.startsWith('[') ? 'a list' : 'a mapping');

function foundIn(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? `the number ${value}` : `${value}`;
}

/** What someone most likely meant who only forgot, or added, quotes. */
function coerce(value: unknown, shape: Shape): unknown {
  if ((shape === 's' || shape === 'q') && (typeof value === 'number' || typeof value === 'boolean'))
    return String(value);
  if (typeof value !== 'string') return undefined;
  if (shape === 'n' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  return shape === 'b' && /^(true|false)$/.test(value) ? value === 'true' : undefined;
}

const fits: Record<string, (value: unknown) => boolean> = {
  s: value => typeof value === 'string',
  n: value => typeof value === 'number',
  b: value => typeof value === 'boolean',
  q: value => typeof value === 'string' || typeof value === 'number',
};

function fieldShape(fields: Readonly<Record<string, Shape>>, key: string): Shape {
  const shape = Object.hasOwn(fields, key) ? fields[key] : '*';
  return shape.startsWith('!') ? shape.slice(1) : shape;
}

/** One comparison, and what it found. */
export class Comparison {
  readonly misfits: Misfit[] = [];

  /** The value as it may be used; the very same if nothing had to change, undefined if it has to be left out. */
  value(value: unknown, shape: Shape, path: string): unknown {
    if (shape === '*') return value;
    const isScalar = fits[shape];
    if (isScalar) return isScalar(value) ? value : this.misfit(value, shape, path);
    if (shape.startsWith('[')) return this.list(value, shape, path);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.misfit(value, shape, path);
    return this.mapping(value as Record<string, unknown>, shape, path);
  }

  private misfit(value: unknown, shape: Shape, path: string): unknown {
    const taken = coerce(value, shape);
    const misfit = { path, expected: nounOf(shape), found: foundIn(value) };
    this.misfits.push(taken === undefined ? misfit : { ...misfit, taken: JSON.stringify(taken) });
    return taken;
  }

  private list(value: unknown, shape: Shape, path: string): unknown {
    if (!Array.isArray(value)) return this.misfit(value, shape, path);
    const items = value.map((item, at) => this.item(item, shape.slice(1), `${path}[${at}]`));
    return items.every((item, at) => item === value[at]) ? value : items.filter(item => item !== undefined);
  }

  private item(value: unknown, shape: Shape, path: string): unknown {
    const taken = this.value(value, shape, path);
    if (typeof taken !== 'object' || taken === null) return taken;
    const fields = Object.entries(shapeDefinitions[shape] ?? {});
    const lacking = fields.find(([field, inner]) => inner.startsWith('!') && !Object.hasOwn(taken, field));
    if (!lacking) return taken;
    this.misfits.push({ path, expected: `a mapping with ${lacking[0]}`, found: 'one without' });
    return undefined;
  }

  private mapping(value: Record<string, unknown>, shape: Shape, path: string): unknown {
    const fields = shape.startsWith('{') ? undefined : shapeDefinitions[shape];
    let changed: Record<string, unknown> | undefined;
    for (const key of Object.keys(value)) {
      const inner = fields ? fieldShape(fields, key) : shape.slice(1);
      // To the API server a field that is null is a field that is not there.
      const held = value[key];
      const taken = held === null && inner !== '*' ? undefined : this.value(held, inner, path ? `${path}.${key}` : key);
      if (taken === held) continue;
      changed ??= { ...value };
      if (taken === undefined) delete changed[key];
      else changed[key] = taken;
    }
    return changed ?? value;
  }
}
