// The journeys of team leads, platform teams and security on the demo: what moves, what to do, and what would be if.
import { expect, test } from './ready';

test('a team lead sees what belongs to a group, where its gaps are, and one of its services', async ({ page }) => {
  await page.goto('/catalog/default/group/engineering/maturity');
  await expect(page.getByText(/^14 services, /)).toBeVisible();
  await page.getByRole('grid').getByRole('button', { name: 'Expand Checkout' }).click();
  await page.getByRole('button', { name: /^Checkout, Network policies: / }).click();
  const panel = page.getByRole('region', { name: 'Checkout × Network policies' });
  await expect(panel.getByRole('rowheader')).toHaveCount(3);
  await expect(panel.getByText(/prod-eu, staging-eu: /).first()).toBeVisible();
  await panel.getByRole('link', { name: 'Evidence of Cart' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a system and a domain show what is below them', async ({ page }) => {
  for (const [path, title] of [
    ['system/storefront', 'Storefront'],
    ['domain/shop', 'Shop'],
  ]) {
    await page.goto(`/catalog/default/${path}/maturity`);
    await expect(page.getByRole('region', { name: 'Levels' })).toBeVisible();
    await expect(page.getByRole('grid').getByRole('button', { name: `${title}, Pod: ` })).toBeVisible();
  }
});

test('a platform lead finds the one change that lifts most, its YAML, and who would rise', async ({ page }) => {
  await page.goto('/maturity/organisation');
  const leverage = page.getByRole('region', { name: 'Leverage' });
  const control = leverage.getByRole('row', { name: /NetworkPolicy/ }).first();
  await control.getByRole('button', { name: /^Show YAML/ }).click();
  await expect(control.getByText('policyTypes: [Ingress, Egress]')).toBeVisible();
  await control.getByRole('button', { name: /^What if/ }).click();
  const whatIf = page.getByRole('region', { name: 'What if' });
  await expect(whatIf.getByText(/rise|Nobody would/).first()).toBeVisible();
  await expect(page).toHaveURL(/whatif=/);
});

test('a platform lead follows one environment through all cards', async ({ page }) => {
  await page.goto('/maturity/organisation');
  await expect(page.getByText(/^14 services, /)).toBeVisible();
  await page.getByRole('button', { name: /^Environment/ }).click();
  await page.getByRole('option', { name: 'staging-eu' }).click();
  await expect(page).toHaveURL(/environment=staging-eu/);
  await expect(page.getByText(/^14 services, /)).toBeHidden();
  await page.getByRole('button', { name: /at Junior$/ }).click();
  await expect(page).toHaveURL(/level=junior/);
  await page.getByRole('textbox', { name: 'Owner' }).click();
  await page.getByRole('option', { name: 'Checkout' }).click();
  await expect(page).toHaveURL(/owner=group/);
});

test('security tries a stricter standard before it counts, and exports what is missed', async ({ page }) => {
  await page.goto('/maturity/organisation');
  const whatIf = page.getByRole('region', { name: 'What if' });
  await whatIf.getByRole('textbox', { name: 'Topic or check' }).fill('rbac');
  await page.getByRole('option', { name: /RBAC/ }).first().click();
  await whatIf.getByRole('button', { name: /^becomes/ }).click();
  await page.getByRole('option', { name: /critical/ }).click();
  await expect(whatIf.getByText(/drop|Nobody would/).first()).toBeVisible();
  await page.getByRole('region', { name: 'Topics' }).getByRole('button', { name: /^RBAC/ }).click();
  await expect(page.getByText('does not meet RBAC')).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('components.csv');
});

test('a workload of nobody gets what to paste', async ({ page }) => {
  await page.goto('/maturity/organisation');
  const coverage = page.getByRole('region', { name: 'Coverage and access' });
  await coverage.getByRole('button', { name: /supplier-ftp-import/ }).click();
  await expect(coverage.getByText(/^metadata:/)).toBeVisible();
});
