// Who changed an object, by which write and which release.
import type { KubernetesObject } from '../model';
import { ObjectIndex } from '../objects';
import { causeOf } from './causeOf';

const index = new ObjectIndex('prod', '2026-01-01T00:00:00Z');
index.upsert({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'shop', namespace: 'argocd' },
  status: { sync: { revision: '4f2a' } },
} as KubernetesObject);
index.upsert({
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: { name: 'apps', namespace: 'flux-system' },
  status: { lastAppliedRevision: 'main@sha1:77' },
} as KubernetesObject);

const cart = (metadata: object) =>
  ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'cart', namespace: 'shop', ...metadata } }) as never;

it('names the last write that is not one of the status', () => {
  const managedFields = [
    { manager: 'helm', time: '2026-01-01T00:00:00Z' },
    { manager: 'kubectl-edit', time: '2026-01-03T00:00:00Z' },
    { manager: 'kube-controller-manager', time: '2026-01-04T00:00:00Z', subresource: 'status' },
  ];
  expect(causeOf(cart({ managedFields }), 'changed', index)).toEqual({
    object: { cluster: 'prod', apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' },
    change: 'changed',
    manager: 'kubectl-edit',
    at: '2026-01-03T00:00:00Z',
  });
  expect(causeOf(cart({ managedFields }), 'deleted', index)).not.toHaveProperty('manager');
});

it.each([
  [{ annotations: { 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/cart' } }, 'argo-cd', 'shop', '4f2a'],
  [
    {
      labels: {
        'kustomize.toolkit.fluxcd.io/name': 'apps',
        'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
      },
    },
    'flux',
    'apps',
    'main@sha1:77',
  ],
  [
    { labels: { 'helm.sh/chart': 'cart-1.4.0' }, annotations: { 'meta.helm.sh/release-name': 'cart' } },
    'helm',
    'cart',
    'cart-1.4.0',
  ],
])('names the release of %j', (metadata, tool, name, revision) => {
  expect(causeOf(cart(metadata), 'created', index).release).toEqual({ tool, name, revision });
});
