// Photographs every screen of the running example app in both themes and three widths, into the folder screenshots/.
// Usage: yarn start:dev, and beside it yarn screenshots [part of a screen's name]
const { existsSync, mkdirSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { chromium } = require('@playwright/test');

const base = process.env.BASE_URL ?? 'http://localhost:3000';
const folder = resolve(__dirname, '../screenshots');
const systemChromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const component = '/catalog/default/component/price-tagger/maturity';
const roadmap = '/maturity/roadmap/containers-and-orchestration';

/** Each screen with a region or heading that shows once its data is there. */
const screens = [
  ['roadmaps', '/maturity/roadmap', 'heading', 'Roadmaps'],
  ['roadmap', roadmap, 'region', 'Platform Engineering'],
  ['learning', '/maturity/roadmap/on-call', 'region', 'Fewer pages'],
  ['topic', `${roadmap}/topics/network-policies`, 'region', 'Checks'],
  ['organisation', '/maturity/organisation', 'region', 'Levels'],
  [
    'heatmap',
    '/maturity/heat-map?open=group:default/engineering,group:default/checkout&cell=group:default/checkout~network-policies',
    'region',
    /Network policies/,
  ],
  ['checks', '/maturity/checks', 'region', 'Checks'],
  ['admin', '/maturity/admin', 'region', 'Repositories'],
  ['check', '/maturity/checks/image-ref-explicit', 'region', 'Components'],
  ['tab', component, 'region', 'Topics'],
  ['diagnosis', '/catalog/default/component/recommender/maturity', 'region', /crashing/],
  ['notmapped', '/catalog/default/component/gift-cards/maturity', 'region', /No workload/],
  ['evidence', `${component}?verdict=image-ref-explicit`, 'dialog', /./],
  ['rollup', '/catalog/default/group/engineering/maturity', 'region', 'Levels'],
  ['system', '/catalog/default/system/storefront/maturity', 'region', 'Levels'],
];
const widths = [390, 1440, 2560];

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
    for (const [name, path, role, title] of screens.filter(([screen]) => screen.includes(wanted))) {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 1000 });
        await page.goto(base + path);
        await page.getByRole(role, { name: title }).first().waitFor({ timeout: 60_000 });
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
