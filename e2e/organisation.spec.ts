// The journeys of team leads and platform teams: from the heat map, a group and the catalogue of checks to a component.
import { readFile } from 'node:fs/promises';
import { expect, test } from './ready';

test('a platform lead goes from the organisation down to the services behind a cell', async ({ page }) => {
  await page.goto('/maturity/heat-map');
  await page.getByRole('button', { name: 'Expand Engineering' }).click();
  await page.getByRole('button', { name: 'Expand Checkout' }).click();
  await expect(page.getByRole('row', { name: /Price tagger/ })).toBeVisible();
  await expect(page).toHaveTitle('Heat map | Maturity | Maturity demo');
  await page.getByRole('button', { name: /^Checkout, Network policies: 33%, 1 of 3/ }).click();
  const panel = page.getByRole('region', { name: 'Checkout × Network policies' });
  await expect(panel.getByRole('rowheader')).toHaveText(['Cart', 'Price tagger', 'Payments']);
  await page.reload();
  await expect(panel.getByRole('rowheader')).toHaveCount(3);
  await panel.getByRole('link', { name: 'Cart', exact: true }).click();
  await expect(page).toHaveURL(/component\/cart-api\/maturity\?topic=network-policies/);
  await expect(page.getByRole('list', { name: 'Checks of Network policies' })).toBeVisible();
});

test('a team lead sees what belongs to a group, through the groups below it', async ({ page }) => {
  await page.goto('/catalog/default/group/engineering/maturity');
  await expect(page.getByText(/^14 services, /)).toBeVisible();
  await page.goto('/catalog/default/group/checkout/maturity');
  const table = page.getByRole('table', { name: 'Components' });
  await expect(table.getByRole('rowheader')).toHaveText(['Cart', 'Payments', 'Price tagger']);
  await page.goto('/catalog/default/domain/shop/maturity');
  await expect(page.getByText(/^14 services, /)).toBeVisible();
});

test('the table is saved as CSV, as it is filtered', async ({ page }) => {
  await page.goto('/maturity/organisation?level=lead');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const text = await readFile(await (await saved).path(), 'utf8');
  const [head, ...lines] = text.trim().split('\r\n');
  expect(head).toContain('component,title,owner');
  expect(lines.map(line => line.split(',')[1])).toEqual(['Order router', 'Payments']);
});

test('security finds a check, and what it asserts', async ({ page }) => {
  await page.goto('/maturity/checks');
  await page.getByRole('textbox', { name: 'Find a check' }).fill('image-ref-explicit');
  await page.getByRole('table', { name: 'Checks' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/maturity\/checks\/image-ref-explicit/);
  await expect(page.getByText(/of \d+ services pass/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'How to mend it' })).toBeVisible();
});

test('a learner keeps progress, and finds it again', async ({ page }) => {
  await page.goto('/maturity/roadmap/containers-and-orchestration/topics/rbac');
  const mine = page.getByRole('region', { name: 'My progress' });
  await mine.getByRole('button', { name: 'Done' }).click();
  await expect(mine.getByRole('button', { name: 'Done', pressed: true })).toBeVisible();
  await page.goto('/maturity/roadmap/containers-and-orchestration');
  await expect(page.getByRole('link', { name: /RBAC.*I have done it/ })).toBeVisible();
  await page.goto('/maturity/roadmap/containers-and-orchestration/topics/rbac');
  await mine.getByRole('button', { name: 'To do' }).click();
  await expect(mine.getByRole('button', { name: 'To do', pressed: true })).toBeVisible();
});
