// The command as pipelines use it: its JSON, its exit status, its messages for wrong input.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './main';

let folder: string;
let output: string;
let errors: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maturity-cli-'));
  output = '';
  errors = '';
  jest.spyOn(process.stdout, 'write').mockImplementation(text => Boolean((output += String(text))));
  jest.spyOn(process.stderr, 'write').mockImplementation(text => Boolean((errors += String(text))));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]) => main(['node', 'maturity', 'score', ...args]);
function write(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}
const deployment = (name: string, image = `shop/${name}:1.0`, more = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop, labels: { backstage.io/kubernetes-id: ${name} } }
spec:
  template:
    metadata: { labels: { app: ${name} } }
    spec: { ${more}containers: [{ name: ${name}, image: "${image}" }] }
---
`;

interface Output {
  apiVersion: string;
  components: {
    ref: string;
    level: string;
    score: number | null;
    coverage: number | null;
    verdicts: Record<string, never>[];
  }[];
  problems: { file: string; line: number; message: string }[];
}
const json = (): Output => JSON.parse(output);
const verdictOf = (ref: string, check: string) =>
  json()
    .components.find(component => component.ref === ref)!
    .verdicts.find(verdict => verdict.check === check);

it('makes each top-level workload a component, with evidence and file', async () => {
  const file = write('all.yaml', deployment('cart', 'shop/cart') + deployment('mail'));
  expect(await run(folder, '--format', 'json')).toBe(0);
  expect(json().apiVersion).toBe('maturity/v1');
  expect(json().components.map(({ ref, level }) => [ref, level])).toEqual([
    ['shop/Deployment/cart', 'junior'],
    ['shop/Deployment/mail', expect.any(String)],
  ]);
  expect(verdictOf('shop/Deployment/cart', 'image-ref-explicit')).toEqual({
    check: 'image-ref-explicit',
    topic: 'docker-commands',
    severity: 'high',
    verdict: 'fail',
    reason: expect.any(String),
    workload: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' },
    file,
    evidence: [
      {
        object: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' },
        path: 'spec.template.spec.containers[cart].image',
        observed: expect.stringContaining('shop/cart'),
        expected: expect.any(String),
      },
    ],
  });
  expect(verdictOf('shop/Deployment/mail', 'image-ref-explicit')).toMatchObject({ verdict: 'pass' });
});

it('knows default-deny, allow-all and matchExpressions apart, and takes one replica where none is written', async () => {
  const policy = (name: string, spec: string) =>
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec: ${spec}\n---\n`;
  const service =
    'apiVersion: v1\nkind: Service\nmetadata: { name: cart, namespace: shop }\nspec: { selector: { app: cart }, ports: [{ port: 80 }] }\n---\n';
  write(
    'all.yaml',
    deployment('cart') +
      deployment('mail') +
      service +
      policy(
        'deny',
        '{ podSelector: { matchExpressions: [{ key: app, operator: In, values: [cart, mail] }] }, policyTypes: [Ingress] }',
      ) +
      policy('open', '{ podSelector: { matchLabels: { app: cart } }, ingress: [{}] }'),
  );
  await run(folder, '--format', 'json');
  for (const name of ['cart', 'mail']) {
    expect(verdictOf(`shop/Deployment/${name}`, 'netpol-ingress-isolated')).toMatchObject({ verdict: 'pass' });
  }
  expect(verdictOf('shop/Deployment/cart', 'netpol-not-allow-all')).toMatchObject({
    verdict: 'fail',
    reason: expect.stringContaining('nullified'),
  });
  expect(verdictOf('shop/Deployment/mail', 'netpol-not-allow-all')).toMatchObject({ verdict: 'pass' });
  expect(verdictOf('shop/Deployment/cart', 'deployment-replicas-ha')).toMatchObject({
    verdict: 'fail',
    reason: 'it keeps only 1 replica',
  });
});

it('groups workloads by the entities of a catalog file', async () => {
  const manifests = write('m/all.yaml', deployment('cart') + deployment('mail'));
  const catalog = write(
    'catalog.yaml',
    'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: Cart }\n---\nkind: System\nmetadata: { name: s }\n'.replace(
      'Cart',
      'cart',
    ),
  );
  await run(manifests, '--catalog', catalog, '--format', 'json');
  expect(json().components.map(({ ref }) => ref)).toEqual(['component:default/cart']);
});

it('reads a repository, and without one says that none was given', async () => {
  const manifests = write('m/all.yaml', deployment('cart'));
  write('r/Dockerfile', 'FROM node:latest\nCMD node .\n');
  await run(manifests, '--format', 'json');
  expect(verdictOf('shop/Deployment/cart', 'dockerfile-base-pinned')).toMatchObject({ verdict: 'notApplicable' });
  output = '';
  await run(manifests, '--repository', join(folder, 'r'), '--format', 'json');
  expect(verdictOf('shop/Deployment/cart', 'dockerfile-base-pinned')).toMatchObject({ verdict: 'fail' });
});

it('judges by the version of the Pod Security Standards that is asked for', async () => {
  // Sysctl net.ipv4.ip_local_reserved_ports was added to the allowed ones with v1.27.
  const sysctl = 'securityContext: { sysctls: [{ name: net.ipv4.ip_local_reserved_ports, value: "1" }] }, ';
  const file = write('all.yaml', deployment('cart', undefined, sysctl));
  const verdictAt = async (version: string) => {
    output = '';
    expect(await run(file, '--format', 'json', '--pod-security-version', version)).toBe(0);
    return verdictOf('shop/Deployment/cart', 'pss-baseline')!.verdict;
  };
  expect([await verdictAt('v1.26'), await verdictAt('v1.27')]).toEqual(['fail', 'pass']);
});

it('takes settings of checks from an app-config, and says with its line what can not be used', async () => {
  const file = write('all.yaml', deployment('cart', 'shop/cart'));
  const config = write(
    'app-config.yaml',
    `maturity:
  checks:
    image-ref-explicit: { severity: low }
    image-ref-explicitly: { severity: low }
    pods-scheduled:
      thresholds:
        minutes: 500
`,
  );
  await run(file, '--config', config, '--format', 'json');
  expect(verdictOf('shop/Deployment/cart', 'image-ref-explicit')).toMatchObject({ severity: 'low', verdict: 'fail' });
  expect(json().problems).toEqual([
    expect.objectContaining({ file: config, line: 4, message: expect.stringContaining('is not a check. Checks:') }),
    expect.objectContaining({ file: config, line: 7, message: expect.stringContaining('must be a number from 1') }),
  ]);
});

it('sets the exit status by the level', async () => {
  const file = write('all.yaml', deployment('cart', 'shop/cart'));
  expect(await run(file)).toBe(0);
  expect(await run(file, '--level', 'mid')).toBe(1);
  const empty = write('empty.yaml', '# nothing\n');
  expect(await run(empty, '--level', 'mid')).toBe(1);
});

it('reports a broken manifest with file and line and judges the rest', async () => {
  const file = write('all.yaml', `${deployment('cart')}kind: [broken\nb: c\n`);
  expect(await run(file, '--format', 'json')).toBe(0);
  expect(json().problems).toEqual([{ file, line: 10, message: expect.stringContaining('not valid YAML') }]);
  expect(json().components).toHaveLength(1);
  output = '';
  await run(file);
  expect(output).toContain(`${file}:10: not valid YAML`);
});

it('prints for people what stops each component, where, and what to do', async () => {
  const file = write('all.yaml', deployment('cart', 'shop/cart'));
  await run(file);
  expect(output).toMatch(/shop\/Deployment\/cart: Junior, \d+ to mend for Mid \(score \d+%, coverage \d+%\)/);
  expect(output).toContain(`${file}: Deployment cart, spec.template.spec.containers[cart].image`);
  expect(output).toContain('To mend (*):');
});

const twoReplicas = (name: string) => deployment(name).replace('spec:\n', 'spec:\n  replicas: 2\n');

it('prints what would mend it: in words, as lines, and as data', async () => {
  const file = write('all.yaml', twoReplicas('cart'));
  const repository = write('repo/Dockerfile', 'FROM node:22\nCMD node server.js\n').replace(/Dockerfile$/, '');
  await run(file, '--repository', repository);
  expect(output).toContain('fix (--format diff): create PodDisruptionBudget cart');
  expect(output).toContain('fix (--format diff): create ServiceAccount cart, change Deployment cart');
  expect(output).toContain('fix (--format diff): edit Dockerfile');
  output = '';
  await run(file, '--repository', repository, '--format', 'diff');
  expect(output).toMatch(/^shop\/Deployment\/cart: \d+ changes\n/);
  expect(output).toContain(
    `# workload-pdb-present: create PodDisruptionBudget shop/cart, beside ${file}\n+apiVersion: policy/v1\n`,
  );
  expect(output).toContain(`# sa-dedicated: change Deployment shop/cart, in ${file}\n`);
  expect(output).toContain('+      serviceAccountName: cart\n');
  expect(output).toContain('# dockerfile-exec-form: edit Dockerfile\n-CMD node server.js\n+CMD ["node", "server.js"]');
  output = '';
  await run(file, '--repository', repository, '--format', 'json');
  const ref = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', namespace: 'shop', name: 'cart' };
  expect(verdictOf('shop/Deployment/cart', 'workload-pdb-present')).toMatchObject({
    fix: {
      kind: 'create',
      object: ref,
      manifest: {
        kind: 'PodDisruptionBudget',
        metadata: { name: 'cart', namespace: 'shop' },
        spec: { maxUnavailable: 1, selector: { matchLabels: { app: 'cart' } } },
      },
    },
  });
  expect(verdictOf('shop/Deployment/cart', 'sa-dedicated')).toMatchObject({
    fix: { kind: 'create', also: [{ kind: 'patch', operations: [{ op: 'add' }] }] },
  });
  expect(verdictOf('shop/Deployment/cart', 'dockerfile-exec-form')).toMatchObject({
    fix: { kind: 'edit', object: { name: 'Dockerfile' }, edits: [{ line: 2, added: ['CMD ["node", "server.js"]'] }] },
  });
});

it.each([
  [['/nowhere'], '/nowhere does not exist'],
  [['.', '--level', 'guru'], "argument 'guru' is invalid"],
  [['.', '--format', 'xml'], "argument 'xml' is invalid"],
  [['.', '--pod-security-version', '27'], 'write it as v1.N'],
  [[], "missing required argument 'path'"],
])('ends with 2 for %j and says why', async (args, message) => {
  expect(await run(...args)).toBe(2);
  expect(errors).toContain(message);
});

it('survives twenty thousand objects and a ring of owners', async () => {
  const pods = Array.from(
    { length: 20_000 },
    (_, at) => `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"m${at}"}}`,
  );
  const ring = ['a', 'b'].map(
    (name, at) =>
      `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"${name}","uid":"${name}","ownerReferences":[{"kind":"Pod","name":"x","uid":"${'ba'[at]}","controller":true}]},"spec":{"containers":[{"name":"c","image":"a:1"}]}}`,
  );
  const file = write('big.yaml', [...pods, ...ring].join('\n---\n'));
  expect(await run(file, '--format', 'json')).toBe(0);
  expect(json().components).toHaveLength(2);
});
