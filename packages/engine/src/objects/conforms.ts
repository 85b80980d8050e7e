// Tells quickly whether an object is as the types of its kind want it, as nearly all are.
import type { KindId } from '../model';
import { kindShapes, shapeDefinitions } from '../model/generated/shapes';

/** A shape of `conform`, taken apart once. */
interface Plan {
  /** What `typeof` says of a value that fits; undefined where anything does. */
  type?: 'string' | 'number' | 'boolean' | 'object';
  /** What it may say as well. */
  orType?: 'number';
  isList: boolean;
  /** Of a list's items, or of a mapping's values that are no fields. */
  inner?: Plan;
  /** Fields of a type. */
  fields?: Map<string, Plan>;
  /** What an item of a list is nothing without. */
  needed: readonly string[];
}

const none: readonly string[] = [];
const scalar = (type?: Plan['type'], orType?: Plan['orType']): Plan => ({
  type,
  orType,
  isList: false,
  inner: undefined,
  fields: undefined,
  needed: none,
});
const anything = scalar();
const plans = new Map<string, Plan>([
  ['*', anything],
  ['s', scalar('string')],
  ['n', scalar('number')],
  ['b', scalar('boolean')],
  ['q', scalar('string', 'number')],
]);

function planOf(shape: string): Plan {
  const known = plans.get(shape);
  if (known) return known;
  const plan: Plan = { ...scalar('object'), isList: shape.startsWith('['), inner: anything };
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

/** Whether `conform` would give the object back as it is, with nothing amiss. */
export function conforms(object: object, kind: KindId): boolean {
  const shape = kindShapes[kind];
  return !shape || fits(object, planOf(shape));
}

function fits(value: unknown, plan: Plan): boolean {
  const type = typeof value;
  if (type !== plan.type) return plan.type === undefined || type === plan.orType;
  if (type !== 'object') return true;
  if (value === null || Array.isArray(value) !== plan.isList) return false;
  return plan.isList ? itemsFit(value as unknown[], plan.inner!) : fieldsFit(value as Record<string, unknown>, plan);
}

function itemsFit(items: readonly unknown[], plan: Plan): boolean {
  const { needed } = plan;
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item === undefined || !fits(item, plan)) return false;
    for (let one = 0; one < needed.length; one++) if (!Object.hasOwn(item as object, needed[one])) return false;
  }
  return true;
}

function fieldsFit(value: Record<string, unknown>, { fields, inner }: Plan): boolean {
  const keys = Object.keys(value);
  for (let at = 0; at < keys.length; at++) {
    const plan = fields?.get(keys[at]) ?? inner!;
    if (plan !== anything && !fits(value[keys[at]], plan)) return false;
  }
  return true;
}
