// Photographs every screen of the running example app in both themes and at all widths, into the folder screenshots/.
// Usage: yarn start:dev, and beside it yarn screenshots [part of a screen's name]
const { existsSync, mkdirSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { chromium } = require('@playwright/test');

const base = process.env.BASE_URL ?? 'http://localhost:3000';
const folder = resolve(__dirname, '../screenshots');
const systemChromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const component = '/catalog/default/component/price-tagger/maturity';
const roadmap = '/maturity/roadmap/containers-and-orchestration';

/**
 * Each screen: its name, its path, and a part that shows once its data is there. `widest` adds the widest width. A screen is
 * added by a line here.
 */
const screens = [
  { name: 'roadmaps', path: '/maturity/roadmap', shows: ['heading', 'Roadmaps'] },
  { name: 'roadmap', path: roadmap, shows: ['region', 'Platform Engineering'], widest: true },
  { name: 'learning', path: '/maturity/roadmap/on-call', shows: ['region', 'Fewer pages'] },
  { name: 'topic', path: `${roadmap}/topics/network-policies`, shows: ['region', 'Checks'] },
  { name: 'organisation', path: '/maturity/organisation', shows: ['region', 'Levels'], widest: true },
  {
    name: 'what-if',
    path: '/maturity/organisation?whatif=network-policies:critical',
    shows: ['table', 'Level'],
  },
  {
    name: 'heatmap',
    path: '/maturity/heat-map?open=group:default/engineering,group:default/checkout&cell=group:default/checkout~network-policies',
    shows: ['region', /Network policies/],
  },
  { name: 'checks', path: '/maturity/checks', shows: ['region', 'Checks'] },
  { name: 'check', path: '/maturity/checks/image-ref-explicit', shows: ['region', 'Components'] },
  { name: 'admin', path: '/maturity/admin', shows: ['region', 'Repositories'] },
  { name: 'tab', path: component, shows: ['region', 'Topics'] },
  { name: 'evidence', path: `${component}?verdict=image-ref-explicit`, shows: ['dialog', /./] },
  {
    name: 'diagnosis',
    path: '/catalog/default/component/recommender/maturity',
    shows: ['region', /crashing/],
  },
  {
    name: 'not-mapped',
    path: '/catalog/default/component/gift-cards/maturity',
    shows: ['region', /No workload/],
  },
  { name: 'card', path: '/catalog/default/component/price-tagger', shows: ['region', 'Maturity'] },
  { name: 'rollup', path: '/catalog/default/group/engineering/maturity', shows: ['region', 'Levels'] },
  { name: 'rollup-card', path: '/catalog/default/group/engineering', shows: ['region', 'Maturity'] },
  { name: 'system', path: '/catalog/default/system/storefront/maturity', shows: ['region', 'Levels'] },
  { name: 'domain', path: '/catalog/default/domain/shop/maturity', shows: ['region', 'Levels'] },
];
const widths = [390, 1440, 2560];
const widestWidth = 3840;

async function main() {
  const wanted = process.argv[2] ?? '';
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    ...(existsSync(systemChromium) ? { executablePath: systemChromium } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  for (const theme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme: theme });
    await context.addInitScript(name => localStorage.setItem('theme', name), theme);
    const page = await context.newPage();
    for (const { name, path, shows, widest } of screens.filter(screen => screen.name.includes(wanted))) {
      for (const width of widest ? [...widths, widestWidth] : widths) {
        await page.setViewportSize({ width, height: 1000 });
        await page.goto(base + path);
        await page.getByRole(shows[0], { name: shows[1] }).first().waitFor({ timeout: 60_000 });
        await page.waitForTimeout(700);
        // The shell scrolls within itself, so the window is made as high as what it shows.
        const height = await page.evaluate(() =>
          Math.max(
            1000,
            ...[...document.querySelectorAll('main, article, [class*=content]')].map(e => e.scrollHeight + 120),
          ),
        );
        await page.setViewportSize({ width, height: Math.min(height, 4000) });
        await page.waitForTimeout(300);
        await page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`) });
      }
    }
    await context.close();
  }
  await browser.close();
}

main().catch(error => {
  process.stderr.write(`${error.message}\nIs the app running? Start it with yarn start:dev.\n`);
  process.exitCode = 1;
});
