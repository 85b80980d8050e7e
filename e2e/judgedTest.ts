// Tests that begin once everything has its report, and that fail where a page complains.
import { expect, test as base } from '@playwright/test';
import { watchConsole } from './quiet';

interface Judged {
  /** What the page of the organisation says once all components are judged. */
  summary: string | RegExp;
  /** Milliseconds that this may take after the start of the servers. */
  within: number;
}

/** The example app signs guests in by itself. The wait is that of the first test in a process. */
export function judgedTest({ summary, within }: Judged) {
  let isJudged = false;
  return base.extend<{ judged: void; quiet: void }>({
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
      async ({ page }, use, testInfo) => {
        if (!isJudged) {
          testInfo.setTimeout(within + testInfo.timeout);
          await expect(async () => {
            await page.goto('/maturity/organisation');
            await expect(page.getByText(summary)).toBeVisible({ timeout: 20_000 });
          }).toPass({ timeout: within });
          isJudged = true;
        }
        await use();
      },
      { auto: true },
    ],
  });
}
