// The screens of a platform team on an organisation of hundreds or thousands of components.
import { expect, test } from './ready';

test('the organisation shows how it came to where it is: trend, topics over time, movers with their cause', async ({
  page,
}) => {
  await page.goto('/maturity/organisation');
  await expect(page.getByRole('img', { name: 'Services per level, day by day' })).toBeVisible();
  const topics = page.getByRole('region', { name: 'Topics' });
  await expect(topics.getByRole('row', { name: /^Pod \d/ }).getByTitle(/^rose by \d+ since/)).toBeVisible();
  const movers = page.getByRole('region', { name: 'Movers' });
  await expect(movers.getByText(/last 90 days: \d+ rose, \d+ fell/)).toBeVisible();
  await movers.getByRole('button', { name: 'Fell' }).click();
  await expect(movers.getByTitle('rose')).toHaveCount(0);
  await expect(movers.getByText(/changed Deployment service-\d+, delivered by Helm/).first()).toBeVisible();
  await movers.getByRole('listitem').first().getByRole('link').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('the table finds whose score fell most, and the tab of that component shows how it went', async ({ page }) => {
  await page.goto('/maturity/organisation');
  const table = page.getByRole('table', { name: 'Components' });
  await table.getByRole('button', { name: 'Change, 90 days' }).click();
  await expect(page).toHaveURL(/sort=change/);
  const row = table.getByRole('row').nth(1);
  await expect(row.getByTitle(/^Score \d+% on/)).toHaveText(/\u2212\d+$/);
  await row.getByRole('link').first().click();
  await expect(page.getByRole('img', { name: /^Score since .*: from \d+% to \d+%/ })).toBeVisible();
  await expect(page.getByText(/^\u2212\d+ since /)).toBeVisible();
});

test('filters of owner and environment hold for all cards, and stay on reload', async ({ page }) => {
  await page.goto('/maturity/organisation');
  await page.getByRole('textbox', { name: 'Owner' }).fill('otter');
  await page.getByRole('option', { name: 'Otter', exact: true }).click();
  await expect(page.getByText(/^14 services, /)).toBeVisible();
  await page.getByRole('button', { name: /^Environment/ }).click();
  await page.getByRole('option', { name: 'prod-us' }).click();
  await expect(page.getByText(/^[34] services, /)).toBeVisible();
  const table = page.getByRole('table', { name: 'Components' });
  const rows = await table.getByRole('rowheader').allTextContents();
  expect([3, 4]).toContain(rows.length);
  await page.reload();
  await expect(table.getByRole('rowheader')).toHaveText(rows);
});

test('the table searches, sorts and pages in the backend', async ({ page }) => {
  await page.goto('/maturity/organisation?sort=score&order=desc');
  const table = page.getByRole('table', { name: 'Components' });
  await expect(table.getByRole('rowheader')).toHaveCount(20);
  const first = await table.getByRole('rowheader').first().textContent();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(table.getByRole('rowheader').first()).not.toHaveText(first!);
  await page.getByRole('textbox', { name: 'Find a component' }).fill('ledger api 100');
  await expect(table.getByRole('rowheader')).toHaveText(['Ledger api 100']);
});

test('the heat map leads down three groups to a component, and from a cell to the reason and its evidence', async ({
  page,
}) => {
  await page.goto('/maturity/heat-map');
  for (const group of ['Commerce', 'Checkout', 'Heron'])
    await page.getByRole('button', { name: `Expand ${group}`, exact: true }).click();
  await expect(page.getByRole('row', { name: /^Ledger api 0/ })).toBeVisible();
  await page.getByRole('button', { name: /^Heron, Deployment:/ }).click();
  const panel = page.getByRole('region', { name: 'Heron × Deployment' });
  await expect(panel.getByRole('rowheader')).toHaveCount(14);
  await panel
    .getByRole('link', { name: /^Evidence of/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('the heat map shows systems in steps, and a cell of thousands page by page', async ({ page }) => {
  await page.goto('/maturity/heat-map?by=system&cell=~network-policies');
  const rows = page.getByRole('grid').getByRole('row');
  await expect(page.getByRole('button', { name: /^Show \d+ more$/ }).first()).toBeVisible();
  const before = await rows.count();
  await page
    .getByRole('grid')
    .getByRole('button', { name: /^Show \d+ more$/ })
    .click();
  await expect(async () => expect(await rows.count()).toBeGreaterThan(before)).toPass();
  const panel = page.getByRole('region', { name: 'Organisation × Network policies' });
  await expect(panel.getByRole('rowheader')).toHaveCount(25);
  await panel.getByRole('button', { name: 'Show 25 more' }).click();
  await expect(panel.getByRole('rowheader')).toHaveCount(50);
});

test('what may not be read is named, with the rule to paste', async ({ page }) => {
  await page.goto('/maturity/organisation');
  const coverage = page.getByRole('region', { name: 'Coverage and access' });
  await expect(coverage.getByRole('row', { name: /Forbidden.*prod-us/ })).toBeVisible();
  await expect(coverage.getByText('resources: [nodes]')).toBeVisible();
  await coverage
    .getByRole('button', { name: /^Deployment service-/ })
    .first()
    .click();
  await expect(coverage.getByText(/backstage.io\/kubernetes-id:/)).toBeVisible();
});

test('what one change for whole namespaces would lift, and who would move', async ({ page }) => {
  await page.goto('/maturity/organisation');
  const leverage = page.getByRole('region', { name: 'Leverage' });
  await leverage
    .getByRole('button', { name: /^What if: Deny traffic by default/ })
    .first()
    .click();
  const whatIf = page.getByRole('region', { name: 'What if' });
  await expect(whatIf.getByText(/\d services? rise, 0 services drop/)).toBeVisible();
  await page.reload();
  await expect(whatIf.getByText(/\d services? rise, 0 services drop/)).toBeVisible();
});
