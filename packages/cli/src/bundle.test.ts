// The bundled command, as it is published: prints what the source prints, and loads what it seldom needs.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './main';

const command = join(__dirname, '../bin/maturity.cjs');
let folder: string;

beforeAll(() => {
  execFileSync(process.execPath, [join(__dirname, '../build.cjs')]);
  folder = mkdtempSync(join(tmpdir(), 'maturity-bundle-'));
  for (let at = 0; at < 200; at++) writeFileSync(join(folder, `${at}.yaml`), manifest(at));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** A Deployment, a Service, or something that can't be used. */
function manifest(at: number): string {
  const name = `app-${Math.floor(at / 2)}`;
  const metadata = `metadata: { name: ${name}, namespace: team-${at % 7}, labels: { app: ${name} } }`;
  if (at % 50 === 49) return `kind: [open\n`;
  if (at % 2 === 1) return `apiVersion: v1\nkind: Service\n${metadata}\nspec: { selector: { app: ${name} } }\n`;
  return `apiVersion: apps/v1
kind: Deployment
${metadata}
spec:
  replicas: ${at % 20 === 0 ? '"2"' : 1}
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: app, image: "shop/app:${at}" }] }
`;
}

async function fromSource(...args: string[]): Promise<string> {
  let output = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation(text => Boolean((output += String(text))));
  await main(['node', 'maturity', 'score', ...args]);
  write.mockRestore();
  return output;
}

it.each(['table', 'json'])(
  'prints the same %s',
  async format => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [command, 'score', folder, '--format', format], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout === (await fromSource(folder, '--format', format))).toBe(true);
  },
  60_000,
);

it('says once what is wrong with an option, and ends', () => {
  const wrong = spawnSync(process.execPath, [command, 'score', folder, '--config', join(folder, 'none.yaml')], {
    encoding: 'utf8',
  });
  expect(wrong.status).toBe(2);
  expect(wrong.stderr.match(/none\.yaml/g)).toHaveLength(1);
}, 60_000);
