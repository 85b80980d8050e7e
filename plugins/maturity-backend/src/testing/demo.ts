// A small organisation for API tests: two components, one cluster of manifests, on disk.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';

const deployment = (name: string, image: string, replicas: number) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop, labels: { backstage.io/kubernetes-id: ${name} } }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: ${name}, image: "${image}" }] }
---
`;

/** Manifests of two components and of a workload that nobody claims; `cart` has an image without tag. */
export const manifests = {
  cart: deployment('cart', 'registry.example.com/cart', 1),
  mail: deployment('mail', 'registry.example.com/mail:1.2.0', 2),
  lost: deployment('lost', 'registry.example.com/lost:1', 1).replaceAll('kubernetes-id: lost', 'kubernetes-id: nobody'),
};

/** A folder with one cluster, `prod`. */
export function writeDemo(): { folder: string; write(name: string, text: string): void; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-demo-'));
  mkdirSync(join(folder, 'prod'));
  const write = (name: string, text: string) => writeFileSync(join(folder, 'prod', `${name}.yaml`), text);
  for (const [name, text] of Object.entries(manifests)) write(name, text);
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const component = (name: string, owner: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations: { 'backstage.io/kubernetes-id': name } },
  spec: { type: 'service', lifecycle: 'production', owner },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});

/** The catalog: two components and a system. */
export const entities: Entity[] = [
  component('cart', 'user:default/mock'),
  component('mail', 'group:default/mail'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'shop', namespace: 'default' },
    spec: { owner: 'x' },
  },
];
