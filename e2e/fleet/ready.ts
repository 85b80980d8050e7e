// Waits until the made-up organisation has been read.
import { expect, test as base } from '@playwright/test';
import { watchConsole } from '../quiet';

/** Components of the made-up organisation. */
export const components = Number(process.env.E2E_FLEET_COMPONENTS ?? '500');
let isReady = false;

/** A test that begins when all of them have their report. */
export const test = base.extend<{ judged: void; quiet: void }>({
  quiet: [
    async ({ page }, use) => {
      const errors = watchConsole(page);
      await use();
      expect(errors(), 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
  judged: [
    async ({ page }, use, testInfo) => {
      if (!isReady) {
        testInfo.setTimeout(600_000);
        const services = new Intl.NumberFormat('en-US').format(components);
        await expect(async () => {
          await page.goto('/maturity/organisation');
          await expect(page.getByText(`${services} services, 2 clusters`)).toBeVisible({ timeout: 20_000 });
        }).toPass({ timeout: 540_000 });
        isReady = true;
      }
      await use();
    },
    { auto: true },
  ],
});

export { expect };
