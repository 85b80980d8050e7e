// Which controller is to serve an Ingress.
import type { ObjectOf, ObjectView } from '@maturity-roadmap/engine';
import type { Ingress } from './routing';

type IngressClass = ObjectOf<'networking.k8s.io/v1/IngressClass'>;

/** The annotation that named the class before the field did; controllers still honour it. */
export const legacyAnnotation = 'kubernetes.io/ingress.class';
const defaultAnnotation = 'ingressclass.kubernetes.io/is-default-class';

/** Ended in March 2026. See https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/ */
const retiredControllers = new Set(['k8s.io/ingress-nginx']);

/** The class that an Ingress names itself, and where. */
export function namedClass({ spec, metadata }: Ingress): { name: string; path: string; legacy: boolean } | undefined {
  if (spec?.ingressClassName) return { name: spec.ingressClassName, path: 'spec.ingressClassName', legacy: false };
  const name = metadata.annotations?.[legacyAnnotation];
  return name ? { name, path: `metadata.annotations[${legacyAnnotation}]`, legacy: true } : undefined;
}

/** The classes that serve what names none. */
export function defaultClasses(index: ObjectView<'networking.k8s.io/v1/IngressClass'>): IngressClass[] {
  return index
    .all('networking.k8s.io/v1/IngressClass')
    .filter(({ metadata }) => metadata.annotations?.[defaultAnnotation] === 'true');
}

/** Whether the controller of a class is no longer maintained. */
export function isRetired({ spec }: IngressClass): boolean {
  return retiredControllers.has(spec?.controller ?? '');
}
