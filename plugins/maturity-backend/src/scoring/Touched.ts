// What changed in the workloads of namespaces since their claims were worked out last.
import type { ChangeCause, Workload } from '@maturity-roadmap/engine';
import { kindIdOf } from '@maturity-roadmap/engine';
import type { EnvironmentChange } from '../index/LiveEnvironment';
import type { ChangedFields } from './Changes';
import { addFields } from './Changes';

/** What happened in one namespace. */
export interface Touch {
  /** What touched it last. */
  cause?: ChangeCause;
  /** By kind and name, the fields of workloads that differ. */
  objects: Map<string, ChangedFields>;
}

/** Remembers what touched which namespace. */
export class Touched {
  private readonly namespaces = new Map<string, Touch>();

  /** Notes a change, if it is one of workloads. */
  add({ kind, name, namespace, cause, fields }: EnvironmentChange): void {
    if (namespace === undefined) return;
    const touch: Touch = this.namespaces.get(namespace) ?? { objects: new Map() };
    addFields(touch.objects, `${kind} ${name}`, fields());
    touch.cause = cause();
    this.namespaces.set(namespace, touch);
  }

  /** What is known of a namespace, which is forgotten. */
  take(namespace: string): Touch {
    const touch = this.namespaces.get(namespace) ?? { objects: new Map() };
    this.namespaces.delete(namespace);
    return touch;
  }
}

/**
 * The fields that differ in some workloads.
 *
 * @param workloads - undefined where others came or went
 * @returns undefined where anything may differ
 */
export function fieldsOfWorkloads({ objects }: Touch, workloads: readonly Workload[] | undefined): ChangedFields {
  const found = workloads?.map(({ object }) =>
    objects.get(`${kindIdOf(object.apiVersion, object.kind)} ${object.metadata.name}`),
  );
  if (!found || found.includes(undefined)) return undefined;
  return new Set(found.flatMap(fields => [...fields!]));
}
