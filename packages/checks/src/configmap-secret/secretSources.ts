// Where Secrets come from: the custom resources that declare them, and what their metadata says.
import type { KubernetesObject, ObjectOf, ObjectView } from '@maturity-roadmap/engine';
import { apiGroup } from '@maturity-roadmap/engine';

type SourceKinds = '*/*/CustomResource' | 'cert-manager.io/v1/Certificate';

interface Spec {
  target?: { name?: string };
  template?: { metadata?: { name?: string } };
  secretObjects?: { secretName?: string }[];
  output?: { name?: string };
  destination?: { name?: string };
}

/** The names of the Secrets that a custom resource makes, by the group of its operator. */
const makers: Readonly<Record<string, (spec: Spec, name: string) => (string | undefined)[]>> = {
  'external-secrets.io': (spec, name) => [spec.target?.name ?? name],
  'bitnami.com': (spec, name) => [spec.template?.metadata?.name ?? name],
  'secrets-store.csi.x-k8s.io': spec => (spec.secretObjects ?? []).map(({ secretName }) => secretName),
  'secrets.hashicorp.com': (spec, name) => [spec.destination?.name ?? name],
  'isindir.github.com': (_spec, name) => [name],
};

/** The object of the namespace that declares a Secret. */
export function declaringObject(
  secret: string,
  namespace: string,
  index: ObjectView<SourceKinds>,
): KubernetesObject | undefined {
  const certificate = index
    .inNamespace('cert-manager.io/v1/Certificate', namespace)
    .find(({ spec }) => spec?.secretName === secret);
  if (certificate) return certificate;
  return index.inNamespace('*/*/CustomResource', namespace).find(resource => {
    const namesOf = makers[apiGroup(resource.apiVersion)];
    return namesOf?.(resource.spec ?? {}, resource.metadata.name).includes(secret);
  });
}

const sourceLabels = [
  'reconcile.external-secrets.io/created-by',
  'controller.cert-manager.io/fao',
  'secrets-store.csi.k8s.io/managed',
  'kustomize.toolkit.fluxcd.io/name',
  'helm.toolkit.fluxcd.io/name',
];

/** What a Secret's metadata says of its maker: its owner, or the label of a tool. */
export function makerOf({ metadata }: ObjectOf<'v1/Secret'>): string | undefined {
  const [owner] = metadata.ownerReferences ?? [];
  if (owner) return `${owner.kind} ${owner.name}`;
  return sourceLabels.find(label => metadata.labels?.[label] !== undefined);
}
