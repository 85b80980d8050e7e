// The plugin in an app on the legacy frontend system, with the same backend: page, entity tabs, cards and level.
import { expect, test } from './ready';

test.use({ baseURL: `http://localhost:${process.env.E2E_LEGACY_PORT ?? '3001'}` });

test('the page has roadmap, topic, organisation, heat map and checks', async ({ page }) => {
  await page.goto('/maturity');
  await page.getByRole('link', { name: 'Containers & Orchestration' }).click();
  await expect(page.getByRole('heading', { name: 'Containers & Orchestration' })).toBeVisible();
  await page.getByRole('link', { name: /Network policies/ }).click();
  await expect(page).toHaveURL(/\/maturity\/roadmap\/containers-and-orchestration\/topics\/network-policies/);
  await expect(page.getByRole('heading', { name: 'Network policies', level: 1 })).toBeVisible();
  await page.getByRole('tab', { name: 'Organisation' }).click();
  await expect(page.getByRole('region', { name: 'Levels' })).toBeVisible();
  await page.getByRole('tab', { name: 'Heat map' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.getByRole('tab', { name: 'Checks' }).click();
  await expect(page.getByRole('table', { name: 'Checks' })).toBeVisible();
});

test('a component has level, card and tab, and a group has its own', async ({ page }) => {
  await page.goto('/catalog/default/component/price-tagger');
  await expect(page.getByTitle(/^Maturity level Junior, \d+ blockers to Mid$/)).toHaveText('Maturity: Junior');
  const card = page.getByRole('region', { name: 'Maturity' });
  await card.getByRole('listitem').first().getByRole('link').click();
  await expect(page).toHaveURL(/price-tagger\/maturity\?verdict=/);
  await expect(page.getByRole('dialog')).toContainText('Evidence');
  await page.goto('/catalog/default/group/checkout');
  await page.getByRole('region', { name: 'Maturity' }).getByRole('link', { name: 'All services' }).click();
  await expect(page.getByRole('table', { name: 'Components' }).getByRole('rowheader')).toHaveCount(3);
});
