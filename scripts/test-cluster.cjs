// Runs the tests against a real API server, with the programs in KUBEBUILDER_ASSETS or those built here earlier.
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const assets = process.env.KUBEBUILDER_ASSETS ?? join(__dirname, '../.tooling/envtest/bin');
for (const program of ['etcd', 'kube-apiserver']) {
  if (existsSync(join(assets, program))) continue;
  process.stderr.write(
    `There is no ${program} in ${assets}. Run \`yarn envtest:build\` (needs Go), or set KUBEBUILDER_ASSETS.\n`,
  );
  process.exit(1);
}
const args = [
  'backstage-cli',
  'repo',
  'test',
  '--watchAll=false',
  '--verbose',
  'plugins/maturity-backend/src/realCluster',
];
const env = { ...process.env, CI: 'true', KUBEBUILDER_ASSETS: assets };
process.exit(spawnSync('yarn', args, { stdio: 'inherit', env, shell: true }).status ?? 1);
