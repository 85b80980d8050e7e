// What changes in the sources reaches an open tab by itself, and neither scroll nor an open drawer is lost.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './ready';

const manifest = join(__dirname, '../examples/clusters/prod-eu/pricing/price-tagger.yaml');
const before = readFileSync(manifest, 'utf8');

test.afterEach(() => writeFileSync(manifest, before));

test('a changed manifest shows in an open tab without a reload', async ({ page }) => {
  // Manifests are read every minute, and without the signals plugin pages ask every 20 seconds.
  test.setTimeout(180_000);
  await page.goto('/catalog/default/component/price-tagger/maturity?verdict=image-ref-explicit');
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('price-tagger:latest');
  const scrolled = await page.evaluate(() => {
    (window as { isSame?: boolean }).isSame = true;
    let scroller = document.querySelector('[data-maturity]')?.parentElement;
    while (scroller && scroller.scrollHeight <= scroller.clientHeight) scroller = scroller.parentElement;
    const element = scroller ?? document.scrollingElement!;
    element.setAttribute('data-scroller', '');
    element.scrollTop = 240;
    return element.scrollTop;
  });
  expect(scrolled).toBeGreaterThan(0);
  writeFileSync(manifest, before.replace('price-tagger:latest', 'price-tagger-next:latest'));
  await expect(drawer).toContainText('price-tagger-next:latest', { timeout: 150_000 });
  const after = await page.evaluate(() => ({
    isSame: (window as { isSame?: boolean }).isSame,
    scrolled: document.querySelector('[data-scroller]')?.scrollTop,
  }));
  expect(after).toEqual({ isSame: true, scrolled });
  await expect(page).toHaveURL(/verdict=image-ref-explicit/);
});
