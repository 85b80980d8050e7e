// The engineer who learns: what is next, reading a topic to its end, whom to ask, and what a check wants.
import { expect, test } from './ready';

const roadmap = '/maturity/roadmap/containers-and-orchestration';

test('at most three topics are next, and the arrow keys lead from card to card', async ({ page }) => {
  await page.goto(roadmap);
  await page.getByRole('button', { name: /Next for me/ }).click();
  const cards = page.locator('a[data-topic]');
  await expect(cards).not.toHaveCount(0);
  expect(await cards.count()).toBeLessThanOrEqual(3);
  await expect(cards.first()).toContainText('Next');
  await page.getByRole('button', { name: /^All/ }).click();
  await expect(cards).toHaveCount(25);
  await cards.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('a[data-topic=pod]')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('a[data-topic=deployment]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/topics\/deployment/);
});

test('a topic that was scrolled to its end is read, and the roadmap shows it', async ({ page }) => {
  await page.goto(`${roadmap}/topics/layer-caching`);
  const mark = page.getByRole('button', { name: 'Mark as read' });
  await expect(mark).toBeVisible();
  const kept = page.waitForResponse(response => response.url().endsWith('/topics/layer-caching/read'));
  await page.getByRole('heading', { name: 'Primary documentation' }).scrollIntoViewIfNeeded();
  await page.getByRole('article').getByRole('link').last().scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 200);
  expect((await kept).status()).toBe(200);
  await expect(page.getByRole('button', { name: /^Read / })).toHaveAttribute('aria-pressed', 'true');
  await page.goto(roadmap);
  await expect(page.locator('a[data-topic=layer-caching] title').filter({ hasText: /^Read$/ })).toHaveCount(1);
  await page.goto(`${roadmap}/topics/layer-caching`);
  await page.getByRole('button', { name: /^Read / }).click();
  await expect(mark).toBeVisible();
});

test('whose services count as mine, the environment and the section stand in the URL', async ({ page }) => {
  await page.goto(`${roadmap}?owner=group:default/delivery&environment=staging-eu&section=security`);
  await expect(page.getByLabel('Mine')).toContainText('delivery');
  await expect(page.getByLabel('Environment')).toContainText('staging-eu');
  await expect(page.locator('a[data-topic]')).toHaveCount(3);
});

test('a topic shows mine, whom to ask, and leads to all that do not meet it', async ({ page }) => {
  await page.goto(`${roadmap}/topics/network-policies`);
  await expect(page.getByRole('table', { name: 'My services in this topic' })).toContainText('Price tagger');
  const good = page.getByRole('region', { name: /Done well/ });
  await expect(good).toContainText(/All 4 checks met in prod-eu/);
  await expect(good.getByRole('link', { name: 'Warehouse' }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Show all in Organisation' }).click();
  await expect(page).toHaveURL(/organisation\?topic=network-policies&verdict=missed/);
});

test('a check shows examples, the access it needs, its history, and who does not pass, mine first', async ({
  page,
}) => {
  await page.goto('/maturity/checks/pod-requests-set');
  await expect(page.getByRole('region', { name: 'Examples' })).toContainText('kind: Deployment');
  await expect(page.getByRole('region', { name: 'Access it needs' })).toContainText('limitranges');
  await expect(page.getByRole('region', { name: 'History in the standard' })).toContainText('Version 1.0 new');
  const list = page.getByRole('table', { name: 'Components' });
  await expect(list.getByRole('row').nth(1)).toContainText(/Price tagger.*yours/);
  await page.getByRole('button', { name: /^Pass: / }).click();
  await expect(page).toHaveURL(/verdict=met/);
  await expect(list).toContainText('Payments');
});
