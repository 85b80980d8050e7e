// Runs all jest tests beside a real PostgreSQL; writes the counts to the file that MATURITY_TEST_RESULTS names.
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const results = process.env.MATURITY_TEST_RESULTS;
const report = results ? ['--json', `--outputFile=${results}`] : [];
const command = ['backstage-cli', 'repo', 'test', '--watchAll=false', ...report, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, [join(__dirname, 'with-postgres.cjs'), ...command], {
  // The JSON report goes to the file; without one jest would also print it.
  stdio: ['ignore', results ? 'ignore' : 'inherit', 'inherit'],
});
process.exit(status ?? 1);
