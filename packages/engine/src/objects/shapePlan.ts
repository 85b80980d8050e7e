// The shapes of kinds, taken apart once, for walks through many objects.
import type { KindId } from '../model';
import { kindShapes, shapeDefinitions } from '../model/generated/shapes';

/** A shape of `conform`, taken apart once. */
export interface ShapePlan {
  /** What `typeof` says of a value that fits; undefined where anything does. */
  type?: 'string' | 'number' | 'boolean' | 'object';
  /** What it may say as well. */
  orType?: 'number';
  isList: boolean;
  /** Of a list's items, or of a mapping's values that are no fields. */
  inner?: ShapePlan;
  /** Fields of a type. */
  fields?: Map<string, ShapePlan>;
  /** What an item of a list is nothing without. */
  needed: readonly string[];
}

const none: readonly string[] = [];
const scalar = (type?: ShapePlan['type'], orType?: ShapePlan['orType']): ShapePlan => ({
  type,
  orType,
  isList: false,
  inner: undefined,
  fields: undefined,
  needed: none,
});
/** What nothing is known of. */
export const anything = scalar();
const plans = new Map<string, ShapePlan>([
  ['*', anything],
  ['s', scalar('string')],
  ['n', scalar('number')],
  ['b', scalar('boolean')],
  ['q', scalar('string', 'number')],
]);

function planOf(shape: string): ShapePlan {
  const known = plans.get(shape);
  if (known) return known;
  const plan: ShapePlan = { ...scalar('object'), isList: shape.startsWith('['), inner: anything };
  // Types may hold themselves, so a plan is known before its fields are.
  plans.set(shape, plan);
  if (!shape.startsWith('#')) plan.inner = planOf(shape.slice(1));
  else {
    const fields = Object.entries(shapeDefinitions[shape] ?? {});
    plan.needed = fields.filter(([, inner]) => inner.startsWith('!')).map(([name]) => name);
    plan.fields = new Map(fields.map(([name, inner]) => [name, planOf(inner.replace(/^!/, ''))]));
  }
  return plan;
}

/** The shape of a kind's objects; undefined where their type is not known. */
export function planOfKind(kind: KindId): ShapePlan | undefined {
  const shape = kindShapes[kind];
  return shape === undefined ? undefined : planOf(shape);
}
