// Which controller is to serve an Ingress.
import type { Evidence, Fix, FixOperation, ObjectOf, ObjectView } from '@maturity-roadmap/engine';
import { pointerKey } from '@maturity-roadmap/engine';
import type { Ingress } from './routing';

type IngressClass = ObjectOf<'networking.k8s.io/v1/IngressClass'>;
type View = ObjectView<'networking.k8s.io/v1/IngressClass'>;

/** The annotation that named the class before the field did; controllers still honour it. */
const legacyAnnotation = 'kubernetes.io/ingress.class';
const defaultAnnotation = 'ingressclass.kubernetes.io/is-default-class';

/** Ended in March 2026. See https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/ */
const retiredControllers = new Set(['k8s.io/ingress-nginx']);

/** The class that an Ingress names itself, and where. */
export function namedClass({ spec, metadata }: Ingress): { name: string; path: string; legacy: boolean } | undefined {
  if (spec?.ingressClassName) return { name: spec.ingressClassName, path: 'spec.ingressClassName', legacy: false };
  const name = metadata.annotations?.[legacyAnnotation];
  return name ? { name, path: `metadata.annotations[${legacyAnnotation}]`, legacy: true } : undefined;
}

/** What is amiss with the class of an Ingress. */
export interface ClassDefect {
  what: string;
  evidence: Evidence;
  /** Nobody serves it; otherwise it is served, but not as it should be. */
  unserved: boolean;
  fix?: Fix;
}

/** Names a class in the field, in place of the annotation if there is one. */
function naming(ingress: Ingress, name: string, index: View): Fix {
  const { legacy = false } = namedClass(ingress) ?? {};
  const removal: FixOperation = { op: 'remove', path: `/metadata/annotations/${pointerKey(legacyAnnotation)}` };
  const added: FixOperation = { op: 'add', path: '/spec/ingressClassName', value: name };
  return { object: index.ref(ingress), operations: legacy ? [removal, added] : [added] };
}

/** What can be said where the classes of the cluster are not known, as in manifests. */
export function defectsByName(ingress: Ingress, index: View): ClassDefect[] {
  const named = namedClass(ingress);
  if (named && !named.legacy) return [];
  const observed = named?.name ?? 'absent: only a default class would serve it';
  const evidence = index.evidence(ingress, named?.path ?? 'spec.ingressClassName', observed, 'the class in the field');
  const what = `${ingress.metadata.name} ${named ? 'names its class by annotation' : 'names no class'}`;
  return [{ what, evidence, unserved: false }];
}

/** What is amiss, by the classes that the cluster has. */
export function classDefects(ingress: Ingress, index: View): ClassDefect[] {
  const all = index.all('networking.k8s.io/v1/IngressClass');
  const named = namedClass(ingress);
  const isDefault = ({ metadata }: IngressClass) => metadata.annotations?.[defaultAnnotation] === 'true';
  const used = all.find(one => (named ? one.metadata.name === named.name : isDefault(one)));
  const choice = all.map(({ metadata }) => metadata.name);
  const row = (observed: string, expected: string) =>
    index.evidence(ingress, named?.path ?? 'spec.ingressClassName', observed, expected);
  // Controllers match the annotation by themselves, with or without an IngressClass object.
  if (!used && !named?.legacy) {
    const what = named?.name ?? 'absent, and no class is the default';
    const evidence = row(what, choice.join(', ') || 'a class; the cluster has none');
    const only = choice.length === 1 && !isRetired(all[0]) ? { fix: naming(ingress, choice[0], index) } : {};
    return [{ what, evidence, unserved: true, ...only }];
  }
  const defects: ClassDefect[] = [];
  if (named?.legacy) {
    const what = `${ingress.metadata.name} names its class by annotation`;
    const fix = used ? { fix: naming(ingress, named.name, index) } : {};
    defects.push({ what, evidence: row(named.name, 'the field'), unserved: false, ...fix });
  }
  if (used && isRetired(used)) {
    const what = `${ingress.metadata.name} is served by a controller that is retired`;
    const observed = String(used.spec?.controller);
    const evidence = index.evidence(used, 'spec.controller', observed, 'a maintained controller');
    defects.push({ what, evidence, unserved: false });
  }
  return defects;
}

/** Whether the controller of a class is no longer maintained. */
function isRetired({ spec }: IngressClass): boolean {
  return retiredControllers.has(spec?.controller ?? '');
}
