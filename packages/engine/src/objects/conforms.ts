// Tells quickly whether an object is as the types of its kind want it, as nearly all are.
import type { KindId } from '../model';
import { kindShapes, shapeDefinitions } from '../model/generated/shapes';

/** A shape of `conform`, taken apart once. */
interface Plan {
  is: 'anything' | 'text' | 'number' | 'boolean' | 'quantity' | 'list' | 'mapping';
  /** Of a list's items, or of a mapping's values that are no fields. */
  inner?: Plan;
  /** Fields of a type. */
  fields?: Map<string, Plan>;
  /** What an item of a list is nothing without. */
  needed?: readonly string[];
}

const anything: Plan = { is: 'anything' };
const plans = new Map<string, Plan>([
  ['*', anything],
  ['s', { is: 'text' }],
  ['n', { is: 'number' }],
  ['b', { is: 'boolean' }],
  ['q', { is: 'quantity' }],
]);

function planOf(shape: string): Plan {
  const known = plans.get(shape);
  if (known) return known;
  const plan: Plan = { is: shape.startsWith('[') ? 'list' : 'mapping', inner: anything };
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
  switch (plan.is) {
    case 'anything':
      return true;
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'quantity':
      return typeof value === 'string' || typeof value === 'number';
    case 'list':
      return Array.isArray(value) && itemsFit(value, plan.inner!);
    default:
      return typeof value === 'object' && value !== null && !Array.isArray(value) && fieldsFit(value, plan);
  }
}

function itemsFit(items: readonly unknown[], plan: Plan): boolean {
  for (const item of items) {
    if (item === undefined || !fits(item, plan)) return false;
    for (const name of plan.needed ?? []) if (!Object.hasOwn(item as object, name)) return false;
  }
  return true;
}

function fieldsFit(value: object, { fields, inner }: Plan): boolean {
  for (const key of Object.keys(value)) {
    const plan = fields?.get(key) ?? inner!;
    if (plan !== anything && !fits((value as Record<string, unknown>)[key], plan)) return false;
  }
  return true;
}
