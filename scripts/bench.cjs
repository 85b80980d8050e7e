// Bundles the benchmarks and the command, so that nothing is transpiled while it is measured, and runs them.
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');
const esbuild = require('esbuild');

const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
if (only === 'live') {
  // Keeping a fleet current takes the backend, which is not bundled, and minutes: it runs only when it is asked for.
  const live = join(__dirname, '../plugins/maturity-backend/src/testing/bench/live.ts');
  const own = args.filter((_, at) => args[at] !== '--only' && args[at - 1] !== '--only');
  const run = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', live, ...own], { stdio: 'inherit' });
  process.exit(run.status ?? 1);
}

if (only === 'browser') {
  // Takes a browser, and a made-up organisation to look at.
  const run = spawnSync(process.execPath, [join(__dirname, 'bench-browser.cjs'), ...args], { stdio: 'inherit' });
  process.exit(run.status ?? 1);
}

const outfile = join(__dirname, 'dist/bench.cjs');
const options = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'error' };
esbuild.buildSync({ ...options, entryPoints: [join(__dirname, 'src/bench/main.ts')], outfile });
const built = spawnSync(process.execPath, [join(__dirname, '../packages/cli/build.cjs')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const flags = ['--expose-gc', '--max-old-space-size=16384', outfile, ...args];
process.exit(spawnSync(process.execPath, flags, { stdio: 'inherit' }).status ?? 1);
