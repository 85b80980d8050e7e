// Own checks join the others; what can't be used is logged and harms nothing else.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { allChecks } from '@maturity-roadmap/checks';
import { FileTreeReader } from '../files/FileTreeReader';
import { StandardWatch } from './StandardWatch';

const own = (id: string, expression: string) => `apiVersion: maturity/v1
kind: Check
metadata: { name: ${id} }
spec: { topic: pod, title: It holds, remediation: Mend it., validations: [{ expression: '${expression}' }] }
`;
const folder = mkdtempSync(join(tmpdir(), 'maturity-own-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('adds own checks, configures all, and logs what can not be used', async () => {
  mkdirSync(join(folder, 'fixtures'));
  writeFileSync(join(folder, 'a.yaml'), own('registry-allowed', 'true'));
  writeFileSync(join(folder, 'b.yaml'), own('broken', '1 +'));
  writeFileSync(join(folder, 'c.yaml'), own('pod-managed', 'true'));
  writeFileSync(join(folder, 'fixtures', 'pass.yaml'), own('not-a-check', 'true'));
  const logger = mockServices.logger.mock();
  const trees = new FileTreeReader(mockServices.urlReader.mock());
  const watch = new StandardWatch({
    known: allChecks,
    ownChecks: [{ folder }, { folder: join(folder, 'nowhere') }],
    settings: { 'registry-allowed': { severity: 'critical' }, 'pod-mnaged': {} },
    trees,
    logger,
  });
  const checks = (await watch.read())!;
  const added = checks.slice(allChecks.length).map(({ id, severity }) => `${id} ${severity}`);
  expect(added).toEqual(['registry-allowed critical', 'broken medium']);
  expect(logger.error.mock.calls.map(([message]) => message)).toEqual([
    expect.stringMatching(/^own checks of .*nowhere could not be read/),
    expect.stringMatching(/^own check b\.yaml:4: spec\.validations\.0\.expression is broken at line 1, column 4/),
    expect.stringContaining('"pod-managed" is the id of another check'),
    expect.stringContaining('maturity.checks.pod-mnaged in app-config is not a check. Checks: autoscaling-considered'),
  ]);
});

it('notices changes while it runs, and keeps what it knows while the place can not be read', async () => {
  const place = join(folder, 'live');
  const write = (...ids: string[]) => {
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place);
    for (const id of ids) writeFileSync(join(place, `${id}.yaml`), own(id, 'true'));
  };
  write('first');
  const logger = mockServices.logger.mock();
  const trees = new FileTreeReader(mockServices.urlReader.mock());
  const parts = { known: [], ownChecks: [{ folder: place }], settings: undefined, trees, logger, pause: 20 };
  const watch = new StandardWatch(parts);
  const ids = (checks: readonly { id: string }[] = []) => checks.map(({ id }) => id);
  expect(ids(await watch.read())).toEqual(['first']);
  expect(await watch.read()).toBeUndefined();
  rmSync(place, { recursive: true });
  expect(await watch.read()).toBeUndefined();
  const stop = new AbortController();
  const seen: string[][] = [];
  const running = watch.run(stop.signal, checks => seen.push(ids(checks)));
  write('first', 'second');
  while (seen.length === 0) await delay(10);
  stop.abort();
  await running;
  expect(seen.at(-1)).toEqual(['first', 'second']);
});
