// Where an object is declared: by the Application or Kustomization that delivers it.
import type { KubernetesObject } from '../model';
import { ObjectIndex } from '../objects';
import { deliveryOf } from './deliveryOf';

const deployment = (labels: object, annotations: object) =>
  ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'cart', namespace: 'shop', labels, annotations },
  }) as unknown as KubernetesObject;

const index = new ObjectIndex('prod', '2026-01-01T00:00:00Z');
index.upsert({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'cart-prod', namespace: 'argocd' },
  spec: { source: { repoURL: 'https://git.example.com/shop', path: 'apps/cart' } },
} as never);
index.upsert({
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: { name: 'apps', namespace: 'flux' },
  spec: { path: './apps' },
} as never);

it('names repository and folder of an Application', () => {
  const found = deliveryOf(
    deployment({}, { 'argocd.argoproj.io/tracking-id': 'cart-prod:apps/Deployment:shop/cart' }),
    index,
  );
  expect(found).toMatchObject({
    object: { cluster: 'prod', name: 'cart' },
    tool: 'argo-cd',
    name: 'cart-prod',
    repository: 'https://git.example.com/shop',
    path: 'apps/cart',
  });
});

it('names the folder of a Kustomization', () => {
  const labels = { 'kustomize.toolkit.fluxcd.io/name': 'apps', 'kustomize.toolkit.fluxcd.io/namespace': 'flux' };
  expect(deliveryOf(deployment(labels, {}), index)).toMatchObject({ tool: 'flux', name: 'apps', path: './apps' });
});

it('knows nothing of what was applied by hand', () => {
  expect(deliveryOf(deployment({}, {}), index)).toBeUndefined();
});
