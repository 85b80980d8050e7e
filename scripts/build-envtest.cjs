// Builds etcd and kube-apiserver from their Go modules into a cache folder, for `yarn test:cluster`.
// Usage: node scripts/build-envtest.cjs [folder]. Needs Go; says what to export once it is done.
const { execFileSync } = require('node:child_process');
const { existsSync, mkdirSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const versions = { kubernetes: '1.34.4', etcd: '3.5.24' };
const cache = resolve(process.argv[2] ?? join(__dirname, '../.tooling/envtest'));
const bin = join(cache, 'bin');

function go(folder, ...args) {
  return execFileSync('go', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** A module of its own, since neither project can be installed as it is: both replace modules of theirs. */
function moduleFor(name, lines, program) {
  const folder = join(cache, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'go.mod'), [`module maturity.local/${name}`, 'go 1.24', ...lines, ''].join('\n'));
  writeFileSync(join(folder, 'tools.go'), `//go:build tools\n\npackage tools\n\nimport _ "${program}"\n`);
  return folder;
}

function build(name, folder, program) {
  const target = join(bin, name);
  if (existsSync(target)) return;
  process.stderr.write(`building ${name}, which takes some minutes\n`);
  go(folder, 'mod', 'tidy');
  go(folder, 'build', '-o', target, program);
}

/** Kubernetes keeps its libraries in its own tree; as modules they have versions that match. */
function librariesOfKubernetes() {
  const folder = moduleFor('probe', [`require k8s.io/kubernetes v${versions.kubernetes}`], 'k8s.io/kubernetes');
  const { GoMod: file } = JSON.parse(
    go(folder, 'mod', 'download', '-json', `k8s.io/kubernetes@v${versions.kubernetes}`),
  );
  const { Replace: replaced } = JSON.parse(go(folder, 'mod', 'edit', '-json', file));
  const version = `v0${versions.kubernetes.slice(1)}`;
  return replaced
    .filter(one => one.New.Path.startsWith('./staging/'))
    .map(one => `replace ${one.Old.Path} => ${one.Old.Path} ${version}`);
}

function main() {
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' });
  } catch {
    throw new Error(
      'Go is not installed. Install it, or set KUBEBUILDER_ASSETS to a folder with etcd and kube-apiserver.',
    );
  }
  mkdirSync(bin, { recursive: true });
  const etcd = 'go.etcd.io/etcd/server/v3';
  build('etcd', moduleFor('etcd', [`require ${etcd} v${versions.etcd}`], etcd), etcd);
  const apiServer = 'k8s.io/kubernetes/cmd/kube-apiserver';
  const required = [`require k8s.io/kubernetes v${versions.kubernetes}`, ...librariesOfKubernetes()];
  build('kube-apiserver', moduleFor('kube-apiserver', required, apiServer), apiServer);
  process.stdout.write(`export KUBEBUILDER_ASSETS=${bin}\n`);
}

try {
  main();
} catch (error) {
  process.stderr.write(`build-envtest: ${error.message}\n`);
  process.exitCode = 1;
}
