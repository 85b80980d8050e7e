// The developer who mends a service: why the pod crashes, the patch to type, what it brings, and who is not found.
import { expect, test } from './ready';

const tab = (name: string) => `/catalog/default/component/${name}/maturity`;

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a crashing pod stands above the level, with its exit code, the cause and the command to copy', async ({
  page,
}) => {
  await page.goto(tab('recommender'));
  const card = page.getByRole('region', { name: 'Why is my pod crashing?' });
  await expect(card).toContainText('2 of 2 pods are not ready in prod-eu');
  await expect(card).toContainText('137: OOMKilled');
  await expect(card).toContainText('1 of 1 pod is not ready in staging-eu');
  const cause = card
    .getByRole('list', { name: /Causes/ })
    .first()
    .getByRole('listitem')
    .first();
  await expect(cause).toContainText('needed more memory than its limit of 256Mi');
  await cause.getByRole('button', { name: 'Copy' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^kubectl top pod recommender-/);
  const box = async (role: 'card' | 'level') =>
    (role === 'card' ? card : page.getByTestId('level')).boundingBox().then(found => found!.y);
  expect(await box('card')).toBeLessThan(await box('level'));
});

test('what is ready again keeps its diagnosis behind a link that a copied URL opens', async ({ page }) => {
  await page.goto(tab('slot-operator'));
  await page.getByRole('button', { name: 'Show why' }).click();
  await expect(page).toHaveURL(/diagnosis=open/);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Why did my pod restart?' })).toContainText('more memory');
});

test('a blocker opens its patch as a diff, to copy, and says what it brings', async ({ page }) => {
  await page.goto(tab('parcel-tracker'));
  const blocker = page.getByRole('list', { name: 'Blockers' }).getByRole('listitem').first();
  await expect(blocker).toContainText('lifts to Lead');
  await blocker.getByRole('button', { name: 'Show patch' }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('Senior → Lead after this change');
  const diff = drawer.getByRole('region', { name: 'Change of Deployment parcel-tracker' });
  await expect(diff.locator('[data-change=removed]').last()).toContainText('karpenter.sh/do-not-disrupt');
  await drawer.getByRole('button', { name: 'Copy kubectl command' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^kubectl patch deployment parcel-tracker/);
  await expect(drawer.getByText('Copied')).toBeVisible();
  await drawer.getByRole('link', { name: 'About this check' }).click();
  await expect(page).toHaveURL(/\/maturity\/checks\/pods-evictable/);
});

test('an object that is missing is shown whole, as new lines to copy, and an edit of a file by its path', async ({
  page,
}) => {
  await page.goto(`${tab('price-tagger')}?verdict=netpol-ingress-isolated`);
  const object = page.getByRole('dialog').getByRole('region', { name: 'New object' });
  const lines = object.getByRole('region', { name: 'All lines of the new NetworkPolicy price-tagger' });
  await expect(lines).toContainText('+  namespace: pricing');
  await expect(lines.locator('[data-change=removed]')).toHaveCount(0);
  await object.getByRole('button', { name: 'Copy manifest' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^apiVersion: networking.k8s.io\/v1\nkind:/,
  );
  await page.goto(`${tab('price-tagger')}?verdict=dockerfile-exec-form`);
  const file = page.getByRole('dialog').getByRole('region', { name: 'Change of a file' });
  await expect(file.getByRole('region', { name: 'Change of Dockerfile' })).toContainText('-CMD python tagger.py');
  await page.getByRole('button', { name: 'Copy git command' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('+CMD ["python", "tagger.py"]');
});

test('the drawer has the width of the mock-up, and all of a phone', async ({ page }) => {
  await page.goto(`${tab('parcel-tracker')}?verdict=pods-evictable`);
  const drawer = page.getByRole('dialog');
  await expect(drawer).toBeVisible();
  await expect.poll(async () => (await drawer.boundingBox())?.width).toBe(640);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(async () => (await drawer.boundingBox())?.width).toBe(390);
});

test('topics can be cut down to those that drift between clusters', async ({ page }) => {
  await page.goto(tab('cart-api'));
  await page.getByRole('button', { name: /Drift only/ }).click();
  await expect(page).toHaveURL(/drift=only/);
  const topics = page.getByRole('region', { name: 'Topics' });
  await expect(topics.getByRole('button', { name: 'ConfigMap and Secret' })).toBeVisible();
  await expect(topics.getByRole('button', { name: 'Network policies' })).toBeHidden();
});

test('a recheck shows which environments were read', async ({ page }) => {
  await page.goto(tab('web-shop'));
  const looked = page.waitForResponse(
    response => response.url().endsWith('/recheck') && response.request().method() === 'GET',
  );
  await page.getByRole('button', { name: 'Recheck now' }).first().click();
  const { environments } = await (await looked).json();
  expect(environments.map((one: { environment: string }) => one.environment)).toEqual([
    'prod-eu',
    'repository',
    'staging-eu',
  ]);
  await expect(page.getByRole('button', { name: 'Recheck now' }).first()).toBeEnabled();
});

test('a component without workload is told what to paste, and what resembles it', async ({ page }) => {
  await page.goto(tab('gift-cards'));
  const card = page.getByRole('region', { name: 'No workload belongs to this component yet' });
  await expect(card).toContainText('backstage.io/kubernetes-id=gift-cards');
  await expect(card).toContainText('backstage.io/kubernetes-label-selector: app=gift-cards');
  await expect(card.getByRole('table', { name: 'Nearest matches' })).toContainText('kubernetes-id is giftcards');
});

test('an error names the request and offers to try again', async ({ page }) => {
  let fails = true;
  await page.route('**/api/maturity/reports/component/default/cart-api', route =>
    fails
      ? route.fulfill({
          status: 503,
          headers: {
            'x-request-id': '7f3a2c',
            'access-control-allow-origin': '*',
            'access-control-expose-headers': 'x-request-id',
          },
          json: { error: { name: 'Error', message: 'the database is away' }, response: { statusCode: 503 } },
        })
      : route.continue(),
  );
  await page.goto(tab('cart-api'));
  const alert = page.getByRole('alert').filter({ hasText: 'The report could not be loaded' });
  await expect(alert).toContainText('Request 7f3a2c');
  fails = false;
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByTestId('level')).toHaveText('Mid');
});
