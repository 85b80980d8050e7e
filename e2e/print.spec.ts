// On paper there are the screens alone, in dark letters on white, and nothing is cut off.
import { expect, test } from './ready';

/** Width of A4 between margins of 12 mm, in CSS pixels. */
const standing = 703;
/** That of A4 on its side between margins of 10 mm, on which the heat map asks to be printed. */
const lying = 1046;

const screens: [path: string, part: string, title: string, paper: number][] = [
  ['/maturity/roadmap/containers-and-orchestration', 'Platform Engineering', 'Containers & Orchestration', standing],
  ['/catalog/default/component/price-tagger/maturity', 'Topics', 'Price tagger', standing],
  [
    '/maturity/heat-map?cell=group:default/engineering~network-policies',
    'Engineering × Network policies',
    'Heat map',
    lying,
  ],
];

for (const [path, part, title, paper] of screens) {
  test(`${path} prints`, async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('theme', 'dark'));
    await page.setViewportSize({ width: paper, height: 1000 });
    await page.goto(path);
    const region = page.getByRole('region', { name: part });
    await expect(region).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Catalog', exact: true }).filter({ visible: true })).toHaveCount(0);
    await expect(region.getByRole('textbox').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveText(title);
    await expect(region).toHaveCSS('color', /rgba?\(0, 0, 0|rgb\((1?\d|2\d), /);
    const wide = await page.evaluate(
      width =>
        [...document.querySelectorAll('[data-maturity] *')].filter(e => e.getBoundingClientRect().right > width + 1)
          .length,
      paper,
    );
    expect(wide).toBe(0);
    // All of it is in the flow of the page, not behind a scrollbar of the shell.
    const hidden = await page.evaluate(() => {
      const root = document.querySelector('[data-maturity]')!.getBoundingClientRect();
      return root.height - document.documentElement.scrollHeight;
    });
    expect(hidden).toBeLessThan(1);
  });
}

test('the heat map prints on a sheet on its side, with all columns and what the rows are', async ({ page }) => {
  await page.goto('/maturity/heat-map');
  await expect(page.getByRole('grid')).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf)!;
  expect(Number(width)).toBeGreaterThan(Number(height));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Groups, all environments')).toBeVisible();
});
