// Tests of the made-up organisation.
import { judgedTest } from '../judgedTest';

/** Components of the made-up organisation. */
export const components = Number(process.env.E2E_FLEET_COMPONENTS ?? '500');

/** A test that begins when all of them have their report. */
export const test = judgedTest({
  summary: `${new Intl.NumberFormat('en-US').format(components)} services, 2 clusters`,
  within: 540_000,
});

export { expect } from '@playwright/test';
