// Bundles the command: an entry that starts at once, the command, and parsers that few runs need.
const { join } = require('node:path');
const esbuild = require('esbuild');

const options = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  legalComments: 'linked',
};
const source = name => join(__dirname, 'src', name);
const output = name => join(__dirname, 'dist', name);

/** Packages that judging plain manifests does not touch. Each is loaded when something of it is used. */
const seldomNeeded = ['yaml', '@marcbachmann/cel-js', 'dockerfile-ast'];
const fileOf = name => `${name.replace(/\W+/g, '-').replace(/^-/, '')}.cjs`;

/** Stands for a package: its exports as getters that load it. */
function standIn(name) {
  const exported = Object.keys(require(require.resolve(name, { paths: [join(__dirname, '../checks')] })));
  const getters = exported.filter(one => one !== '__esModule').map(one => `get ${one}() { return load().${one}; }`);
  return `const load = () => require('./${fileOf(name)}');\nmodule.exports = { __esModule: true, ${getters.join(', ')} };`;
}

const loadedWhenUsed = {
  name: 'loaded-when-used',
  setup(build) {
    const names = seldomNeeded.map(name => name.replace('/', '\\/')).join('|');
    build.onResolve({ filter: new RegExp(`^(${names})$`) }, ({ path }) => ({ path, namespace: 'stand-in' }));
    build.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({ contents: standIn(path), loader: 'js' }));
    build.onResolve({ filter: /^\.\/[\w-]+\.cjs$/, namespace: 'stand-in' }, ({ path }) => ({ path, external: true }));
  },
};

const besideEntry = {
  name: 'beside-entry',
  setup(build) {
    build.onResolve({ filter: /^\.\/main$/ }, () => ({ path: './main.cjs', external: true }));
  },
};

Promise.all([
  esbuild.build({
    ...options,
    entryPoints: [source('index.ts')],
    outfile: output('maturity.cjs'),
    plugins: [besideEntry],
  }),
  esbuild.build({
    ...options,
    entryPoints: [source('main.ts')],
    outfile: output('main.cjs'),
    plugins: [loadedWhenUsed],
  }),
  ...seldomNeeded.map(name =>
    esbuild.build({
      ...options,
      stdin: { contents: `module.exports = require('${name}');`, resolveDir: join(__dirname, '../checks') },
      outfile: output(fileOf(name)),
    }),
  ),
]).catch(() => process.exit(1));
