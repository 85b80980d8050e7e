// Bundles the benchmarks and the command, so that nothing is transpiled while it is measured, and runs them.
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');
const esbuild = require('esbuild');

const outfile = join(__dirname, 'dist/bench.cjs');
const options = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'error' };
esbuild.buildSync({ ...options, entryPoints: [join(__dirname, 'src/bench/main.ts')], outfile });
const built = spawnSync(process.execPath, [join(__dirname, '../packages/cli/build.cjs')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const flags = ['--expose-gc', '--max-old-space-size=16384', outfile, ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, flags, { stdio: 'inherit' }).status ?? 1);
