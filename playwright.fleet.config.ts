// End-to-end tests on a made-up organisation: the built app, two simulated clusters, ninety days of history.
import { defineConfig } from '@playwright/test';
import base from './playwright.config';

const port = process.env.E2E_FLEET_PORT ?? '7140';
const components = process.env.E2E_FLEET_COMPONENTS ?? '500';
const url = `http://localhost:${port}`;

export default defineConfig({
  ...base,
  testDir: './e2e/fleet',
  testIgnore: [],
  outputDir: './e2e-results/fleet',
  reporter: [['list'], ['json', { outputFile: 'e2e-results/fleet.json' }]],
  use: { ...base.use, baseURL: url },
  webServer: {
    command: `node scripts/fleet.cjs --components ${components} --port ${port}`,
    url: `${url}/api/maturity/health`,
    timeout: 900_000,
    reuseExistingServer: !process.env.CI,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
});
