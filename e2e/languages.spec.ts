// The screens speak the language that is chosen in the settings, and long words do not break them.
import { expect, test } from './ready';

test('German is chosen in the settings and kept', async ({ page }) => {
  await page.goto('/settings');
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
  await page.goto('/maturity/roadmap/containers-and-orchestration');
  await expect(page.getByRole('textbox', { name: 'Thema suchen' })).toBeVisible();
  await expect(page.getByText(/25 Themen in 3 Etappen, nachgewiesen an \d+ Diensten in \d+ Clustern/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'So liest man eine Karte' })).toBeVisible();
  await page.getByRole('link', { name: /RBAC/ }).click();
  await expect(page.getByRole('heading', { name: 'Mein Fortschritt' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Gut gemacht, und wen du fragen kannst' })).toBeVisible();
});

const screens: [path: string, heading: string][] = [
  ['/maturity/roadmap/containers-and-orchestration', 'So liest man eine Karte'],
  ['/maturity/organisation', 'Auf- und Absteiger'],
  ['/maturity/checks', 'Prüfungen'],
  ['/catalog/default/component/price-tagger/maturity', 'Themen'],
];

for (const width of [390, 1440]) {
  test(`German words fit into ${width} pixels`, async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('language', 'de'));
    await page.setViewportSize({ width, height: 900 });
    for (const [path, heading] of screens) {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, overflow <= 0]).toEqual([path, true]);
    }
  });
}
