// Own checks join the others; what can't be used is logged and harms nothing else.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { allChecks } from '@maturity-roadmap/checks';
import { FileTreeReader } from '../files/FileTreeReader';
import { assembleChecks } from './assembleChecks';

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
  const options = {
    ownChecks: [{ folder }, { folder: join(folder, 'nowhere') }],
    checks: { 'registry-allowed': { severity: 'critical' }, 'pod-mnaged': {} },
  };
  const trees = new FileTreeReader(mockServices.urlReader.mock());
  const checks = await assembleChecks(allChecks, options, trees, logger);
  const added = checks.slice(allChecks.length).map(({ id, severity }) => `${id} ${severity}`);
  expect(added).toEqual(['registry-allowed critical', 'broken medium']);
  expect(logger.error.mock.calls.map(([message]) => message)).toEqual([
    expect.stringMatching(/^own check b\.yaml:4: spec\.validations\.0\.expression is broken at line 1, column 4/),
    expect.stringContaining('"pod-managed" is the id of another check'),
    expect.stringMatching(/^own checks of .*nowhere could not be read/),
    expect.stringContaining('maturity.checks.pod-mnaged in app-config is not a check. Checks: autoscaling-considered'),
  ]);
});
