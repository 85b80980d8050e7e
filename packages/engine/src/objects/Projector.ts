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

const everything = '*';

/** One field of a type, and what it holds. */
type Plan = Map<string, string>;

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
  private readonly plans = new Map<string, Plan>();

  constructor(private readonly options: ProjectionOptions) {}

  /** The object as it is retained; of a kind that no check can read, as it is. */
  project<T extends KubernetesObject>(object: T): T {
    const kind = kindIdOf(object.apiVersion, object.kind);
    if (!kind) return object;
    const whole = this.options.whole?.has(kind) ?? false;
    const shape = whole ? everything : (kindShapes[kind] ?? everything);
    const { apiVersion, kind: name, metadata, ...rest } = object;
    const kept = this.mapping(rest, shape) as unknown as T;
    // Metadata differ from object to object: only their parts are shared.
    return { ...kept, apiVersion, kind: name, metadata: this.metadata(metadata) };
  }

  private metadata(metadata: KubernetesObject['metadata']): KubernetesObject['metadata'] {
    const kept: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(metadata)) {
      if (unread.has(key)) continue;
      kept[key] = this.value(metadataParts[key]?.(value) ?? value, everything);
    }
    return kept as unknown as KubernetesObject['metadata'];
  }

  private value(value: unknown, shape: string): unknown {
    if (typeof value !== 'object' || value === null) return this.sharing.scalar(value);
    if (Array.isArray(value)) return this.list(value, shape);
    return this.mapping(value as Record<string, unknown>, shape);
  }

  private list(value: readonly unknown[], shape: string): unknown[] {
    const inner = shape.startsWith('[') ? shape.slice(1) : everything;
    let hash = 1;
    const kept = value.map(item => {
      const shared = this.value(item, inner);
      hash = mix(hash, this.sharing.hash);
      return shared;
    });
    return this.sharing.list(kept, hash);
  }

  private mapping(value: Record<string, unknown>, shape: string): Record<string, unknown> {
    const plan = shape.startsWith('#') ? this.planOf(shape) : undefined;
    const inner = shape.startsWith('{') ? shape.slice(1) : everything;
    const kept: Record<string, unknown> = {};
    const keys: string[] = [];
    let hash = 2;
    for (const key of Object.keys(value)) {
      const field = plan ? this.fieldOf(plan, key) : inner;
      if (field === undefined || value[key] === undefined) continue;
      kept[key] = this.value(value[key], field);
      keys.push(key);
      hash = mix(mix(hash, this.sharing.hash), key.length + key.charCodeAt(0));
    }
    return this.sharing.mapping(kept, keys, hash);
  }

  /** What a field holds; undefined if no check names it. */
  private fieldOf(plan: Plan, key: string): string | undefined {
    return plan.get(key) ?? (this.options.fields.has(key) ? everything : undefined);
  }

  private planOf(shape: string): Plan {
    let plan = this.plans.get(shape);
    if (!plan) {
      const fields = Object.entries(shapeDefinitions[shape] ?? {}).filter(([name]) => this.options.fields.has(name));
      plan = new Map(fields.map(([name, inner]) => [name, inner.startsWith('!') ? inner.slice(1) : inner]));
      this.plans.set(shape, plan);
    }
    return plan;
  }
}
