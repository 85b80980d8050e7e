// End-to-end tests in a real Chromium against the running example app.
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const systemChromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
// Other ports let two checkouts be tested beside each other.
const appPort = process.env.E2E_APP_PORT ?? '3000';
const backendPort = process.env.E2E_BACKEND_PORT ?? '7007';
const appUrl = `http://localhost:${appPort}`;
const backendUrl = `http://localhost:${backendPort}`;
const legacyUrl = `http://localhost:${process.env.E2E_LEGACY_PORT ?? '3001'}`;

const server = {
  timeout: 240_000,
  reuseExistingServer: !process.env.CI,
  stdout: 'ignore',
  gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
} as const;

export default defineConfig({
  testDir: './e2e',
  // A made-up organisation has a server, and a configuration, of its own.
  testIgnore: 'fleet/**',
  outputDir: './test-results',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // The tests share one backend, and one of them changes what it judges.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: appUrl,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      // Playwright's own browser is used where the system has none.
      ...(existsSync(systemChromium) ? { executablePath: systemChromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: [
    {
      ...server,
      // One command starts app and backend, so that the tests see what `npm start` shows.
      command: 'node .yarn/releases/yarn-4.13.0.cjs start:dev',
      url: appUrl,
      env: {
        APP_CONFIG_app_baseUrl: appUrl,
        APP_CONFIG_backend_baseUrl: backendUrl,
        APP_CONFIG_backend_listen_port: backendPort,
        APP_CONFIG_backend_cors_origin: JSON.stringify([appUrl, legacyUrl]),
      },
    },
    {
      ...server,
      // The plugin in an app on the legacy frontend system.
      command: 'node .yarn/releases/yarn-4.13.0.cjs start:legacy',
      url: legacyUrl,
      env: { APP_CONFIG_app_baseUrl: legacyUrl, APP_CONFIG_backend_baseUrl: backendUrl },
    },
  ],
});
