// Measures what the plugin adds to the app's bundle, and fails above the limit. Usage: yarn bundle:size [--limit 150]
//
// The example app is built twice for production, without the plugin and with it, and all JavaScript of both is compressed
// by gzip as a server sends it. What is added is the difference of the sums: modules of the plugin, libraries that nothing
// else in the app uses, and whatever code the bundler has to lay out differently. "First load" is what index.html asks for
// on every page; the rest comes only when one of the plugin's pages, tabs or cards is opened.
const { spawnSync } = require('node:child_process');
const { readFileSync, readdirSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { parseArgs } = require('node:util');
const { gzipSync } = require('node:zlib');

const root = resolve(__dirname, '..');
const dist = join(root, 'packages/app/dist');
const plugin = '@maturity-roadmap/backstage-plugin-maturity';
const { values } = parseArgs({ options: { limit: { type: 'string', default: '150' } } });
const kilobyte = 1000;

function build(environment) {
  const args = ['.yarn/releases/yarn-4.13.0.cjs', 'workspace', 'app', 'build'];
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`the app could not be built:\n${done.stdout}${done.stderr}`);
}

/** Gzipped bytes of all scripts, and of those that every page loads; names of modules that carry the plugin. */
function measure() {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const first = new Set([...html.matchAll(/<script[^>]+src="[^"]*?([^/"]+\.js)"/g)].map(match => match[1]));
  const sizes = readdirSync(join(dist, 'static'))
    .filter(name => name.endsWith('.js'))
    .map(name => ({ name, bytes: gzipSync(readFileSync(join(dist, 'static', name)), { level: 9 }).length }));
  const sum = files => files.reduce((total, { bytes }) => total + bytes, 0);
  if (first.size === 0) throw new Error('index.html names no script');
  return { first: sum(sizes.filter(({ name }) => first.has(name))), all: sum(sizes) };
}

function main() {
  build({ APP_CONFIG_app_packages: JSON.stringify({ exclude: [plugin] }) });
  const without = measure();
  build({});
  const withPlugin = measure();
  const added = { all: withPlugin.all - without.all, first: withPlugin.first - without.first };
  const kB = bytes => (bytes / kilobyte).toFixed(1);
  console.table({
    'without the plugin': { 'first load (kB gzip)': kB(without.first), 'in all (kB gzip)': kB(without.all) },
    'with the plugin': { 'first load (kB gzip)': kB(withPlugin.first), 'in all (kB gzip)': kB(withPlugin.all) },
    added: { 'first load (kB gzip)': kB(added.first), 'in all (kB gzip)': kB(added.all) },
  });
  if (added.all < 5 * kilobyte) throw new Error('the build without the plugin seems to have it: nothing was measured');
  const limit = Number(values.limit) * kilobyte;
  const verdict = added.all > limit ? 'above' : 'within';
  console.log(`The plugin adds ${kB(added.all)} kB, ${verdict} the limit of ${values.limit} kB.`);
  if (added.all > limit) process.exitCode = 1;
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
