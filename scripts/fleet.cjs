// Starts the example backend, with the built app, on a made-up organisation: its catalog, two simulated clusters and ninety
// days of history. Usage: yarn start:fleet [--components 10000] [--port 7140] [--built]
// With --built the app is used as it was built last.
const { spawn, spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, rmSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { parseArgs } = require('node:util');
const { setTimeout: delay } = require('node:timers/promises');

const root = resolve(__dirname, '..');
const tools = join(root, 'plugins/maturity-backend/src/testing/fleet');
const { values } = parseArgs({
  options: {
    components: { type: 'string', default: '10000' },
    port: { type: 'string', default: '7140' },
    built: { type: 'boolean', default: false },
  },
});
const components = Number(values.components);
const port = Number(values.port);
const clusterPorts = [port + 1, port + 2];
const baseUrl = `http://localhost:${port}`;
// A history that was made once is used again on the same day.
const folder = join(root, '.fleet', `${components}-${new Date().toISOString().slice(0, 10)}`);
const ready = join(folder, 'ready');
const children = [];

const configFile = join(folder, 'app-config.json');

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
    kubernetes: {
      clusterLocatorMethods: [{ type: 'config', clusters: ['prod-eu', 'prod-us'].map(cluster) }],
    },
    maturity: { manifests: [], repositories: { enabled: false } },
  };
  writeFileSync(configFile, JSON.stringify(config));
}

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
  if (done.status !== 0) throw new Error(`${args.join(' ')} failed`);
}

const tsx = ['--import', 'tsx', '--max-old-space-size=12000'];

function start(args, options = {}) {
  const child = spawn(process.execPath, [...tsx, ...args], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
    ...options,
  });
  children.push(child);
  return child;
}

function startBackend() {
  const configs = [join(root, 'app-config.yaml'), configFile].flatMap(file => ['--config', file]);
  const env = { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'warn' };
  const child = start([join(tools, 'backend.ts'), String(components), ...configs], {
    env,
    // Paths in app-config are those of the example backend.
    cwd: join(root, 'packages/backend'),
  });
  child.stdout.pipe(process.stderr);
  return child;
}

async function stop(child) {
  const gone = new Promise(done => child.once('exit', done));
  child.kill('SIGTERM');
  await Promise.race([gone, delay(15_000).then(() => child.kill('SIGKILL'))]);
}

async function ask(path) {
  const signIn = await fetch(`${baseUrl}/api/auth/guest/refresh`, {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
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

function prepare() {
  if (existsSync(ready)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'database'), { recursive: true });
  const database = join(folder, 'database', 'maturity.sqlite');
  run(process.execPath, [...tsx, join(tools, 'seed.ts'), String(components), database]);
  writeFileSync(ready, '');
}

async function main() {
  if (!values.built) run(process.execPath, ['.yarn/releases/yarn-4.13.0.cjs', 'workspace', 'app', 'build']);
  prepare();
  writeConfig();
  const clusters = start([join(tools, 'serve.ts'), ...[components, ...clusterPorts].map(String)]);
  await new Promise(told => clusters.stdout.once('data', told));
  const backend = startBackend();
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
