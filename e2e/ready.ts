// Waits until the demo organisation has been judged, which takes a moment after the first start.
import { expect, test as base } from '@playwright/test';
import { watchConsole } from './quiet';

const backend = `http://localhost:${process.env.E2E_BACKEND_PORT ?? '7007'}/api/maturity`;
let isReady = false;

/** A test that begins when every component of the demo has its report. The example app signs guests in by itself. */
export const test = base.extend<{ judged: void; quiet: void }>({
  // A page that complains has a defect, whatever else the test sees.
  quiet: [
    async ({ page }, use) => {
      const errors = watchConsole(page);
      await use();
      expect(errors(), 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
  judged: [
    async ({ page, request }, use, testInfo) => {
      if (!isReady) {
        testInfo.setTimeout(240_000);
        await expect(async () => {
          const health = await request.get(`${backend}/health`);
          expect((await health.json()).observedAt).toBeDefined();
        }).toPass({ timeout: 120_000 });
        await expect(async () => {
          await page.goto('/maturity/organisation');
          await expect(page.getByText(/^1[0-9] services, /)).toBeVisible({ timeout: 10_000 });
        }).toPass({ timeout: 120_000 });
        isReady = true;
      }
      await use();
    },
    { auto: true },
  ],
});

export { expect };
