// Keeps of an object what checks can read, and keeps equal parts of objects once.
import type { KindId, KubernetesObject } from '../model';
import { kindIdOf } from '../model';
import { kindShapes, shapeDefinitions } from '../model/generated/shapes';
import { Sharing, mix } from './Sharing';

/** Repeats the whole object as text; may hold what its author should not have written there. */
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** Differ with every write, and tell nothing of what was written. */
const unread = new Set(['selfLink', 'resourceVersion']);

/** What a manager's entry keeps of its tree of fields: whether it sets the number of replicas. */
const replicasField = { 'f:spec': { 'f:replicas': {} } };

/** @public */
export interface ProjectionOptions {
  /** Names of the fields that checks name in their source; all others of a typed object are left out. */
  fields: ReadonlySet<string>;
  /** Kinds that are kept whole, since checks read them whose source is not known here (own checks). */
  whole?: ReadonlySet<KindId>;
}

/**
 * The parts of metadata that are as large as all the rest of an object: who set which field, of which the managers are
 * kept, and the object once more as text, of which is kept that it was there.
 */
const metadataParts: Readonly<Record<string, (value: unknown) => unknown>> = {
  managedFields: value => (Array.isArray(value) ? value.map(managerOf) : value),
  annotations: value => {
    if (typeof value !== 'object' || value === null) return value;
    const text = (value as Record<string, unknown>)[lastApplied];
    return typeof text === 'string' ? { ...value, [lastApplied]: appliedReplicas(text) } : value;
  },
};

/** Of the object as it was applied: the number of replicas, if it sets one. */
function appliedReplicas(text: string): string {
  if (!text.includes('"replicas"')) return '';
  try {
    const replicas = JSON.parse(text)?.spec?.replicas;
    return replicas === undefined ? '' : JSON.stringify({ spec: { replicas } });
  } catch {
    return '';
  }
}

function managerOf(entry: { fieldsV1?: Record<string, Record<string, unknown> | undefined> } | null): unknown {
  if (typeof entry !== 'object' || entry === null) return entry;
  const { fieldsV1, time: _, ...rest } = entry as typeof entry & { time?: string };
  const setsReplicas = fieldsV1?.['f:spec']?.['f:replicas'] !== undefined;
  return setsReplicas ? { ...rest, fieldsV1: replicasField } : rest;
}

/** What is kept of a value: all of it, or of a type with fields those that a check names. */
interface Plan {
  /** What is kept of the items of a list. */
  item: Plan;
  /** What is kept of the fields of a type; absent for a map, whose values are all alike. */
  fields?: ReadonlyMap<string, Plan>;
  /** What is kept of the values of a map. */
  value: Plan;
}

const everything: Plan = { item: undefined as never, value: undefined as never };
everything.item = everything;
everything.value = everything;

/**
 * Makes objects small before they are retained.
 *
 * Fields that no check names are left out, wherever the type of an object is known; free maps (labels, annotations,
 * data) stay whole. Equal texts, lists and mappings become the same one, so results are never to be changed.
 *
 * @public
 */
export class Projector {
  private readonly sharing = new Sharing();
  /** Worked out once for each shape: objects come by the hundred thousand. */
  private readonly plans = new Map<string, Plan>();

  constructor(private readonly options: ProjectionOptions) {}

  /** The object as it is retained; of a kind that no check can read, as it is. */
  project<T extends KubernetesObject>(object: T): T {
    const kind = kindIdOf(object.apiVersion, object.kind);
    if (!kind) return object;
    const shape = this.options.whole?.has(kind) ? undefined : kindShapes[kind];
    const plan = shape === undefined ? everything : this.planOf(shape);
    const kept: Record<string, unknown> = {};
    const given = object as unknown as Record<string, unknown>;
    for (const key of Object.keys(given)) {
      if (key === 'apiVersion' || key === 'kind') kept[key] = given[key];
      // Metadata differ from object to object: only their parts are shared.
      else if (key === 'metadata') kept.metadata = this.metadata(object.metadata);
      else {
        const inner = this.planOfField(plan, key);
        if (inner && given[key] !== undefined) kept[key] = this.value(given[key], inner);
      }
    }
    return kept as unknown as T;
  }

  private metadata(metadata: KubernetesObject['metadata']): KubernetesObject['metadata'] {
    const kept: Record<string, unknown> = {};
    const given = metadata as unknown as Record<string, unknown>;
    for (const key of Object.keys(given)) {
      if (unread.has(key)) continue;
      const part = metadataParts[key];
      kept[key] = this.value(part ? (part(given[key]) ?? given[key]) : given[key], everything);
    }
    return kept as unknown as KubernetesObject['metadata'];
  }

  private value(value: unknown, plan: Plan): unknown {
    if (typeof value !== 'object' || value === null) return this.sharing.scalar(value);
    if (Array.isArray(value)) return this.list(value, plan.item);
    return this.mapping(value as Record<string, unknown>, plan);
  }

  private list(value: readonly unknown[], item: Plan): unknown[] {
    const { sharing } = this;
    const { begin } = sharing;
    let hash = 1;
    for (let at = 0; at < value.length; at++) {
      sharing.push('', this.value(value[at], item));
      hash = mix(hash, sharing.hash);
    }
    return sharing.list(begin, hash);
  }

  private mapping(value: Record<string, unknown>, plan: Plan): Record<string, unknown> {
    const { sharing } = this;
    const { begin } = sharing;
    let hash = 2;
    for (const key of Object.keys(value)) {
      const inner = this.planOfField(plan, key);
      if (!inner || value[key] === undefined) continue;
      sharing.push(key, this.value(value[key], inner));
      hash = mix(mix(hash, sharing.hash), key.length + key.charCodeAt(0));
    }
    return sharing.mapping(begin, hash);
  }

  /** Undefined if no check names the field. Fields that the types do not know are kept whole. */
  private planOfField({ fields, value }: Plan, key: string): Plan | undefined {
    if (!fields) return value;
    return fields.get(key) ?? (this.options.fields.has(key) ? everything : undefined);
  }

  private planOf(shape: string): Plan {
    const known = this.plans.get(shape);
    if (known) return known;
    const plan: Plan = { item: everything, value: everything };
    // Before its parts, since types contain themselves.
    this.plans.set(shape, plan);
    if (shape.startsWith('[')) plan.item = this.planOf(shape.slice(1));
    else if (shape.startsWith('{')) plan.value = this.planOf(shape.slice(1));
    else if (shape.startsWith('#')) plan.fields = this.fieldsOf(shapeDefinitions[shape] ?? {});
    return plan;
  }

  private fieldsOf(fields: Readonly<Record<string, string>>): Map<string, Plan> {
    const named = Object.entries(fields).filter(([name]) => this.options.fields.has(name));
    return new Map(named.map(([name, shape]) => [name, this.planOf(shape.startsWith('!') ? shape.slice(1) : shape)]));
  }
}
