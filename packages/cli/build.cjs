// Bundles the command with all it needs into one file that starts at once.
const { join } = require('node:path');
const esbuild = require('esbuild');

esbuild
  .build({
    entryPoints: [join(__dirname, 'src/index.ts')],
    outfile: join(__dirname, 'dist/maturity.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    legalComments: 'linked',
  })
  .catch(() => process.exit(1));
