// The journeys of developer, learner and platform team through the running demo: from the roadmap to the evidence.
import { expect, test } from './ready';

test('a learner browses the roadmap and opens a topic', async ({ page }) => {
  await page.goto('/maturity/roadmap/containers-and-orchestration');
  await expect(page.getByRole('heading', { name: 'Containers & Orchestration' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Platform Engineering' }).getByRole('link')).toHaveCount(9);
  await page.getByRole('textbox', { name: 'Find a topic' }).fill('network');
  await page.getByRole('link', { name: /Network policies/ }).click();
  await expect(page).toHaveURL(/\/maturity\/roadmap\/containers-and-orchestration\/topics\/network-policies/);
  await expect(page.getByRole('heading', { name: 'Network policies', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'You master it when' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Checks' })).toContainText('NetworkPolicy');
});

test('a learner chooses among roadmaps, and reads one that is for learning alone', async ({ page }) => {
  await page.goto('/maturity/roadmap');
  await expect(page.getByRole('listitem').filter({ hasText: 'Containers & Orchestration' })).toContainText('%');
  await page.getByRole('link', { name: 'On Call' }).click();
  await expect(page.getByText('4 topics in 2 tiers, for learning: nothing is checked.')).toBeVisible();
  await page.getByRole('link', { name: /^Runbooks/ }).click();
  await expect(page.getByRole('heading', { name: 'You master it when' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'My progress' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Adoption' })).toHaveCount(0);
});

test('from a topic to a component that misses it, and to the evidence in its object', async ({ page }) => {
  await page.goto('/maturity/roadmap/containers-and-orchestration/topics/docker-commands');
  const row = page.getByRole('table', { name: /do not meet/ }).getByRole('row', { name: /Price tagger/ });
  await row.getByRole('link', { name: 'Price tagger' }).click();
  await expect(page).toHaveURL(/\/catalog\/default\/component\/price-tagger\/maturity\?verdict=image-ref-explicit/);
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('spec.containers[price-tagger].image');
  await expect(drawer).toContainText('prod-eu');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(page).not.toHaveURL(/verdict=/);
});

test('a developer sees level and blockers, steps through them by keyboard, and keeps the place on reload', async ({
  page,
}) => {
  await page.goto('/catalog/default/component/price-tagger/maturity');
  await expect(page.getByTestId('level')).toHaveText('Junior');
  const blockers = page.getByRole('list', { name: 'Blockers' });
  await blockers.getByRole('button', { name: 'Show evidence' }).first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('Blocker 1 of');
  await expect(drawer.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('j');
  await expect(drawer).toContainText('Blocker 2 of');
  const url = page.url();
  await page.reload();
  await expect(page.getByRole('dialog')).toContainText('Blocker 2 of');
  expect(page.url()).toBe(url);
});

test('a platform-grade service stands at the top, with what the platform gives it shown as inherited', async ({
  page,
}) => {
  await page.goto('/catalog/default/component/payments-api/maturity');
  await expect(page.getByTestId('level')).toHaveText('Lead');
  await expect(page.getByText('Highest level reached')).toBeVisible();
  await expect(page.getByText(/Inherited from/).first()).toBeVisible();
});

test('rechecking reads everything anew and keeps the page', async ({ page }) => {
  await page.goto('/catalog/default/component/cart-api/maturity');
  const answered = page.waitForResponse(response => response.url().endsWith('/recheck'));
  await page.getByRole('button', { name: 'Recheck now' }).click();
  expect((await answered).status()).toBe(200);
  await expect(page.getByRole('button', { name: 'Recheck now' })).toBeEnabled();
  await expect(page.getByRole('region', { name: 'Topics' })).toBeVisible();
});

test('a platform lead goes from the organisation to the components behind a number, and to one of them', async ({
  page,
}) => {
  await page.goto('/maturity/organisation');
  await page.getByRole('button', { name: /at Lead$/ }).click();
  await expect(page).toHaveURL(/level=lead/);
  const table = page.getByRole('table', { name: 'Components' });
  await expect(table.getByRole('rowheader', { name: 'Payments' })).toBeVisible();
  await expect(table.getByRole('rowheader', { name: 'Price tagger' })).toBeHidden();
  await page.reload();
  await expect(table.getByRole('rowheader', { name: 'Payments' })).toBeVisible();
  await table.getByRole('link', { name: 'Payments' }).click();
  await expect(page.getByTestId('level')).toHaveText('Lead');
});

test('search and sorting of the table are answered by the backend', async ({ page }) => {
  await page.goto('/maturity/organisation?sort=score&order=desc');
  const table = page.getByRole('table', { name: 'Components' });
  await expect(table.getByRole('rowheader').first()).toHaveText(/Order router|Payments/);
  await page.getByRole('textbox', { name: 'Find a component' }).fill('price');
  await expect(table.getByRole('rowheader')).toHaveText(['Price tagger']);
  await expect(page).toHaveURL(/q=price/);
});

test('the overview of a component shows its level and the first blockers', async ({ page }) => {
  await page.goto('/catalog/default/component/price-tagger');
  const card = page.getByRole('region', { name: 'Maturity' });
  await expect(card).toContainText('Junior');
  await card.getByRole('listitem').first().getByRole('link').click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('workloads that belong to nobody, and what can not be judged, are named', async ({ page }) => {
  await page.goto('/maturity/organisation');
  const card = page.getByRole('region', { name: 'Coverage and access' });
  await expect(card).toContainText('supplier-ftp-import');
});
