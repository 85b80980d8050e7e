// Compares an object with the types of its kind, as the API server would before it takes one.
import type { KindId } from '../model';
import { kindShapes } from '../model/generated/shapes';
import type { Misfit } from './Comparison';
import { Comparison } from './Comparison';
import { conforms } from './conforms';

export type { Misfit } from './Comparison';

/**
 * An object of a kind with every field of the wrong type left out, or read as what was most likely meant. Fields that
 * the types do not know stay as they are; so does the object itself where nothing is amiss.
 *
 * @returns the object, the same one if it conforms, and what does not
 * @public
 */
export function conform<T extends object>(object: T, kind: KindId): { object: T; misfits: readonly Misfit[] } {
  if (conforms(object, kind)) return { object, misfits: [] };
  const comparison = new Comparison();
  const shape = kindShapes[kind];
  const taken = shape ? comparison.value(object, shape, '') : object;
  return { object: taken as T, misfits: comparison.misfits };
}
