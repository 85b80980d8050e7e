// How a component claims its workloads: the Kubernetes plugin's rules, read from an entity's annotations.
import type { LabelSelector } from 'kubernetes-types/meta/v1';
import { errorMessage } from '../model';
import { parseSelector } from '../objects';
import { annotations } from './annotations';

/** @public */
export interface ComponentSelector {
  /** Entity ref. */
  component: string;
  /** Name of the entity, the id that is looked for where no annotation says otherwise. */
  name: string;
  /** Value that the label `backstage.io/kubernetes-id` must have. */
  id: string;
  /** Wins over the id. */
  selector?: LabelSelector;
  namespace?: string;
  cluster?: string;
  /** Set if the label selector annotation can't be read; the component then matches nothing. */
  problem?: string;
}

/**
 * Reads how an entity claims its workloads.
 *
 * As in the Kubernetes plugin a label selector replaces the id rather than adding to it, and an entity without
 * annotations is looked for by its own name.
 *
 * @public
 */
export function componentSelector(
  component: string,
  name: string,
  entityAnnotations: Readonly<Record<string, string>> = {},
): ComponentSelector {
  const query = entityAnnotations[annotations.kubernetesLabelSelector];
  const namespace = entityAnnotations[annotations.kubernetesNamespace];
  const cluster = entityAnnotations[annotations.kubernetesCluster];
  const base: ComponentSelector = {
    component,
    name,
    id: entityAnnotations[annotations.kubernetesId] ?? name,
    ...(namespace ? { namespace } : {}),
    ...(cluster ? { cluster } : {}),
  };
  if (!query) return base;
  try {
    return { ...base, selector: parseSelector(query) };
  } catch (error) {
    return { ...base, problem: `annotation ${annotations.kubernetesLabelSelector}: ${errorMessage(error)}` };
  }
}
