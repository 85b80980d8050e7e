// Starts the example backend, with the built app, on a made-up organisation: its catalog, two simulated clusters and ninety
// days of history. Usage: yarn start:fleet [--components 10000] [--port 7140]
const { spawn, spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, rmSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { parseArgs } = require('node:util');
const { setTimeout: delay } = require('node:timers/promises');

const root = resolve(__dirname, '..');
const tools = join(root, 'plugins/maturity-backend/src/testing/fleet');
const { values } = parseArgs({
  options: { components: { type: 'string', default: '10000' }, port: { type: 'string', default: '7140' } },
});
const components = Number(values.components);
const port = Number(values.port);
const clusterPorts = [port + 1, port + 2];
const baseUrl = `http://localhost:${port}`;
// What was prepared once is used again: a catalog of thousands takes minutes to take in.
const folder = join(root, '.fleet', String(components));
const ready = join(folder, 'ready');
const children = [];

const configFile = name => join(folder, `app-config.${name}.json`);

function writeConfig() {
  const cluster = (name, at) => ({
    name,
    url: `http://127.0.0.1:${clusterPorts[at]}`,
    authProvider: 'serviceAccount',
    serviceAccountToken: 'none',
  });
  const config = {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { port },
      cors: { origin: baseUrl },
      database: { client: 'better-sqlite3', connection: { directory: join(folder, 'database') } },
    },
    // The made-up catalog never changes, and must not be worked through again while someone measures.
    catalog: {
      processingInterval: { hours: 24 },
      locations: [{ type: 'file', target: join(folder, 'catalog.yaml') }],
    },
    search: {
      collators: { catalog: { schedule: { frequency: { hours: 24 }, initialDelay: { hours: 12 }, timeout: { hours: 1 } } } },
    },
    kubernetes: {
      clusterLocatorMethods: [{ type: 'config', clusters: ['prod-eu', 'prod-us'].map(cluster) }],
    },
    maturity: { manifests: [], repositories: { enabled: false } },
  };
  writeFileSync(configFile('fleet'), JSON.stringify(config));
  writeFileSync(configFile('catalog-only'), JSON.stringify({ maturity: { clusters: { enabled: false } } }));
}

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
  if (done.status !== 0) throw new Error(`${args.join(' ')} failed`);
}

const tsx = ['--import', 'tsx', '--max-old-space-size=12000'];

function start(args, options = {}) {
  const child = spawn(process.execPath, [...tsx, ...args], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'], ...options });
  children.push(child);
  return child;
}

function startBackend(...configs) {
  const args = ['app-config.yaml', ...configs.map(configFile)].flatMap(file => ['--config', resolve(root, file)]);
  const env = { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'warn' };
  const child = start(['packages/backend/src/index.ts', ...args], { env });
  child.stdout.pipe(process.stderr);
  return child;
}

async function stop(child) {
  const gone = new Promise(done => child.once('exit', done));
  child.kill('SIGTERM');
  await Promise.race([gone, delay(15_000).then(() => child.kill('SIGKILL'))]);
}

async function ask(path) {
  const signIn = await fetch(`${baseUrl}/api/auth/guest/refresh`, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  const { token } = (await signIn.json()).backstageIdentity;
  const response = await fetch(`${baseUrl}/api/${path}`, { headers: { Authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** Waits until a question has the answer. */
async function until(what, path, holds, child) {
  const started = Date.now();
  for (let told = started; ; await delay(500)) {
    if (child.exitCode !== null) throw new Error('the backend ended');
    const answer = await ask(path).catch(() => undefined);
    if (answer && holds(answer)) return;
    if (Date.now() - started > 30 * 60_000) throw new Error(`${what}: not within half an hour`);
    if (Date.now() - told > 10_000) {
      told = Date.now();
      process.stderr.write(`waits for ${what} ${JSON.stringify(answer ?? {}).slice(0, 80)}\n`);
    }
  }
}

async function prepare() {
  if (existsSync(ready)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'database'), { recursive: true });
  writeConfig();
  run(process.execPath, [...tsx, join(tools, 'writeCatalog.ts'), String(components), join(folder, 'catalog.yaml')]);
  const backend = startBackend('fleet', 'catalog-only');
  const owned = 'catalog/entities/by-query?limit=0&filter=kind=component,relations.ownedby,relations.partof';
  await until('the catalog', owned, answer => answer.totalItems === components, backend);
  await stop(backend);
  const database = join(folder, 'database', 'maturity.sqlite');
  for (const file of ['', '-wal', '-shm']) rmSync(database + file, { force: true });
  run(process.execPath, [...tsx, join(tools, 'seed.ts'), String(components), database]);
  writeFileSync(ready, '');
}

async function main() {
  run(process.execPath, ['.yarn/releases/yarn-4.13.0.cjs', 'workspace', 'app', 'build']);
  await prepare();
  writeConfig();
  const clusters = start([join(tools, 'serve.ts'), ...[components, ...clusterPorts].map(String)]);
  await new Promise(told => clusters.stdout.once('data', told));
  const backend = startBackend('fleet');
  const isRead = ({ components: judged, sources }) =>
    judged === components && sources.length === 2 && sources.every(({ objects }) => objects > components);
  await until('the clusters', 'maturity/organisation/summary', isRead, backend);
  process.stdout.write(`${components} components at ${baseUrl}\n`);
}

async function end(code) {
  await Promise.all(children.filter(({ exitCode }) => exitCode === null).map(stop));
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end(0));
main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  void end(1);
});
