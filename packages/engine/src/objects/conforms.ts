// Tells quickly whether an object is as the types of its kind want it, as nearly all are.
import type { KindId } from '../model';
import type { ShapePlan } from './shapePlan';
import { anything, planOfKind } from './shapePlan';

/** Whether `conform` would give the object back as it is, with nothing amiss. */
export function conforms(object: object, kind: KindId): boolean {
  const plan = planOfKind(kind);
  return !plan || fits(object, plan);
}

function fits(value: unknown, plan: ShapePlan): boolean {
  const type = typeof value;
  if (type !== plan.type) return plan.type === undefined || type === plan.orType;
  if (type !== 'object') return true;
  if (value === null || Array.isArray(value) !== plan.isList) return false;
  return plan.isList ? itemsFit(value as unknown[], plan.inner!) : fieldsFit(value as Record<string, unknown>, plan);
}

function itemsFit(items: readonly unknown[], plan: ShapePlan): boolean {
  const { needed } = plan;
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item === undefined || !fits(item, plan)) return false;
    for (let one = 0; one < needed.length; one++) if (!Object.hasOwn(item as object, needed[one])) return false;
  }
  return true;
}

function fieldsFit(value: Record<string, unknown>, { fields, inner }: ShapePlan): boolean {
  const keys = Object.keys(value);
  for (let at = 0; at < keys.length; at++) {
    const plan = fields?.get(keys[at]) ?? inner!;
    if (plan !== anything && !fits(value[keys[at]], plan)) return false;
  }
  return true;
}
