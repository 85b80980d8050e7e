// Bundles the benchmarks and the command, so that nothing is transpiled while it is measured, and runs them.
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');
const esbuild = require('esbuild');

const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const options = { bundle: true, platform: 'node', target: 'node22', format: 'cjs', logLevel: 'error' };

if (only === 'browser') {
  // Takes a browser, and a made-up organisation to look at.
  const run = spawnSync(process.execPath, [join(__dirname, 'bench-browser.cjs'), ...args], { stdio: 'inherit' });
  process.exit(run.status ?? 1);
}

if (only === 'live') {
  // Keeping a fleet current takes the backend, and minutes: it runs only when it is asked for.
  const folder = join(__dirname, '../plugins/maturity-backend/src/testing/bench');
  const isOwn = path => path.startsWith('.') || path.startsWith('/') || path.startsWith('@maturity-roadmap/');
  const external = {
    name: 'external',
    setup: build =>
      build.onResolve({ filter: /./ }, ({ path, kind }) =>
        kind === 'entry-point' || isOwn(path) ? undefined : { path, external: true },
      ),
  };
  const outdir = join(__dirname, 'dist/live');
  const entryPoints = ['live.ts', 'servedFleet.ts'].map(file => join(folder, file));
  void esbuild.build({ ...options, entryPoints, outdir, plugins: [external] }).then(() => {
    const own = args.filter((_, at) => args[at] !== '--only' && args[at - 1] !== '--only');
    const command = [process.execPath, '--expose-gc', join(outdir, 'live.js'), ...own];
    // A server of its own, which is removed afterwards.
    if (own.includes('--postgres')) command.unshift(process.execPath, join(__dirname, 'with-postgres.cjs'));
    const [program, ...rest] = command;
    process.exit(spawnSync(program, rest, { stdio: 'inherit' }).status ?? 1);
  });
} else benchEngine();

function benchEngine() {
  const outfile = join(__dirname, 'dist/bench.cjs');
  esbuild.buildSync({ ...options, entryPoints: [join(__dirname, 'src/bench/main.ts')], outfile });
  const built = spawnSync(process.execPath, [join(__dirname, '../packages/cli/build.cjs')], { stdio: 'inherit' });
  if (built.status !== 0) process.exit(1);
  const flags = ['--expose-gc', '--max-old-space-size=16384', outfile, ...args];
  process.exit(spawnSync(process.execPath, flags, { stdio: 'inherit' }).status ?? 1);
}
