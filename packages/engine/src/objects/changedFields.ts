// Which fields differ between two versions of an object.
import type { KindId, KubernetesObject } from '../model';
import type { ShapePlan } from './shapePlan';
import { anything, planOfKind } from './shapePlan';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Notes the names of the fields that differ below two values of one field. */
function compare(a: unknown, b: unknown, name: string, plan: ShapePlan, into: Set<string>): void {
  if (a === b) return;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) into.add(name);
  else if (Array.isArray(a)) compareItems(a, b as unknown as readonly unknown[], name, plan.inner ?? anything, into);
  else {
    for (const key of Object.keys(a)) compareField(a, b, key, name, plan, into);
    for (const key of Object.keys(b)) if (!Object.hasOwn(a, key)) compareField(a, b, key, name, plan, into);
  }
}

function compareItems(
  a: readonly unknown[],
  b: readonly unknown[],
  name: string,
  item: ShapePlan,
  into: Set<string>,
): void {
  if (a.length !== b.length) into.add(name);
  else for (let at = 0; at < a.length; at++) compare(a[at], b[at], name, item, into);
}

function compareField(
  a: Record<string, unknown>,
  b: Record<string, unknown>,
  key: string,
  name: string,
  { fields, inner }: ShapePlan,
  into: Set<string>,
): void {
  // The keys of a free map are no names of fields: whoever reads one names the map.
  if (fields) compare(a[key], b[key], key, fields.get(key) ?? anything, into);
  else compare(a[key], b[key], name, inner ?? anything, into);
}

/**
 * The names of the fields that differ between two versions of an object: of each difference the innermost field that
 * the object's type knows. In objects of unknown type these are the outermost, such as `spec`.
 *
 * Whoever names none of them in its source can't tell the two apart, unless it walks through fields without naming
 * them. Parts that are the same in memory are not looked into.
 *
 * @public
 */
export function changedFields(before: KubernetesObject, after: KubernetesObject, kind: KindId): Set<string> {
  const found = new Set<string>();
  const plan: ShapePlan = planOfKind(kind) ?? { ...anything, fields: new Map() };
  compare(before, after, '', plan, found);
  return found;
}
