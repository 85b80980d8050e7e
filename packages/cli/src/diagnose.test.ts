// A dump of a cluster in trouble, diagnosed from the command line.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './main';

const dump = `apiVersion: v1
kind: List
items:
  - apiVersion: apps/v1
    kind: Deployment
    metadata: { name: shop, namespace: web, uid: d1 }
    spec: { replicas: 1, template: { spec: { containers: [{ name: shop, image: "shop:1" }] } } }
  - apiVersion: apps/v1
    kind: ReplicaSet
    metadata: { name: shop-1, namespace: web, uid: r1, ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: shop, uid: d1, controller: true }] }
  - apiVersion: batch/v1
    kind: Job
    metadata: { name: fine, namespace: web, uid: j1 }
    spec: { template: { spec: { containers: [{ name: fine, image: "fine:1" }] } } }
  - apiVersion: v1
    kind: Pod
    metadata: { name: shop-1-a, namespace: web, uid: p1, ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: shop-1, uid: r1, controller: true }] }
    spec: { nodeName: node-1, containers: [{ name: shop, image: "shop:1" }] }
    status:
      phase: Running
      containerStatuses:
        - { name: shop, image: "shop:1", ready: false, restartCount: 5, state: { waiting: { reason: CrashLoopBackOff } }, lastState: { terminated: { exitCode: 127 } } }
`;

it('names the cause, its evidence and the next command, and what it could not look at', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-dump-'));
  writeFileSync(join(folder, 'dump.yaml'), dump);
  let out = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation(text => Boolean((out += text)));
  try {
    expect(await main(['node', 'maturity', 'diagnose', folder])).toBe(0);
  } finally {
    write.mockRestore();
    rmSync(folder, { recursive: true });
  }
  expect(out).toContain('web/Deployment shop\n  shop ends with exit code 127 again and again (5 restarts)');
  expect(out).toContain('$ kubectl logs shop-1-a -n web -c shop --previous');
  expect(out).toContain('1 of 2 workloads have something that keeps them from running.');
  expect(out).toContain('Not looked at: Events were not read');
});
