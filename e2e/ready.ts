// Waits until the demo organisation has been judged, which takes a moment after the first start.
import type { Page } from '@playwright/test';
import { expect, test as base } from '@playwright/test';

const backend = 'http://localhost:7007/api/maturity';

/** A test that begins when every component of the demo has its report. */
export const test = base.extend<{ judged: void }>({
  judged: [
    async ({ page, request }, use) => {
      await expect(async () => {
        const health = await request.get(`${backend}/health`);
        expect((await health.json()).observedAt).toBeDefined();
      }).toPass({ timeout: 120_000 });
      await signIn(page);
      await expect(async () => {
        await page.goto('/maturity/organisation');
        await expect(page.getByText(/^1[0-9] services/)).toBeVisible({ timeout: 5_000 });
      }).toPass({ timeout: 120_000 });
      await use();
    },
    { auto: true },
  ],
});

/** The example app signs guests in by itself; where it asks, the button is pressed. */
async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  const enter = page.getByRole('button', { name: 'Enter' });
  const tab = page.getByRole('link', { name: 'Maturity' }).first();
  await expect(enter.or(tab).first()).toBeVisible({ timeout: 60_000 });
  if (await enter.isVisible()) await enter.click();
  await expect(tab).toBeVisible();
}

export { expect };
