// Measures how soon the screens answer on a made-up organisation: the time from an interaction to the next paint, as the
// browser itself tells it (Event Timing, https://www.w3.org/TR/event-timing/). Usage: yarn bench --only browser
// [--components 10000] [--port 7140] [--json]. Uses `yarn start:fleet` that runs on the port, or starts one.
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { setTimeout: delay } = require('node:timers/promises');
const { chromium } = require('@playwright/test');

const { values } = parseArgs({
  options: {
    components: { type: 'string', default: '10000' },
    port: { type: 'string', default: '7140' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const base = `http://localhost:${values.port}`;
const systemChromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
/** The browser tells of no interaction that was painted sooner, in milliseconds. */
const soonest = 16;

const isUp = () =>
  fetch(`${base}/api/maturity/health`).then(
    response => response.ok,
    () => false,
  );

async function startFleet() {
  if (await isUp()) return undefined;
  const args = [join(__dirname, 'fleet.cjs'), '--components', values.components, '--port', values.port];
  const fleet = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    fleet.stdout.on('data', text => String(text).includes('components at') && resolve());
    fleet.once('exit', () => reject(new Error('the made-up organisation did not start')));
  });
  return fleet;
}

/** Collects interactions from the first moment of each page. */
function observe() {
  window.interactions = [];
  new PerformanceObserver(list => {
    for (const { interactionId, duration } of list.getEntries()) {
      if (!interactionId) continue;
      const known = window.interactions.find(one => one.id === interactionId);
      if (known) known.duration = Math.max(known.duration, duration);
      else window.interactions.push({ id: interactionId, duration });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
}

const quantile = (all, share) =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))];

async function main() {
  const fleet = await startFleet();
  const browser = await chromium.launch({
    ...(existsSync(systemChromium) ? { executablePath: systemChromium } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(observe);
  const figures = {};
  const settle = async () => {
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  };
  /** Times some interactions; each settles before the next one. */
  const measure = async (name, count, interact) => {
    const durations = [];
    for (let at = 0; at < count; at++) {
      await settle();
      const before = await page.evaluate(() => (window.interactions.length = 0));
      await interact(at);
      await settle();
      await delay(50);
      const seen = await page.evaluate(() => window.interactions.map(({ duration }) => duration));
      durations.push(...(seen.length > before ? seen : [soonest]));
    }
    figures[name] = {
      interactions: durations.length,
      'p75 (ms, goal 200)': quantile(durations, 0.75),
      'p95 (ms)': quantile(durations, 0.95),
      'most (ms)': Math.max(...durations),
    };
  };

  await page.goto(`${base}/maturity/organisation`);
  const table = page.getByRole('table', { name: 'Components' });
  await table.getByRole('rowheader').first().waitFor({ timeout: 120_000 });
  const heads = ['Score', 'Owner', 'System', 'Blockers to next', 'Coverage', 'Last change', 'Component', 'Level'];
  await measure('table: sort', 12, at =>
    table.getByRole('button', { name: heads[at % heads.length], exact: true }).click(),
  );
  await measure('table: next page', 12, () => page.getByRole('button', { name: 'Next page' }).click());
  const search = page.getByRole('textbox', { name: 'Find a component' });
  await search.click();
  const word = 'ledger api 12';
  await measure('table: search, each key', word.length, at =>
    page.keyboard.press(word[at] === ' ' ? 'Space' : word[at]),
  );
  await measure('table: level filter', 6, async at => {
    await page.getByRole('button', { name: /^Level (All|Mid|Senior)$/ }).click();
    await page.getByRole('option', { name: ['Mid', 'All', 'Senior'][at % 3], exact: true }).click();
  });
  await measure('movers: rose, fell', 6, at =>
    page
      .getByRole('region', { name: 'Movers' })
      .getByRole('button', { name: ['Rose', 'Fell', 'All'][at % 3], exact: true })
      .click(),
  );

  await page.goto(`${base}/maturity/heat-map`);
  const grid = page.getByRole('grid');
  await grid.getByRole('row').nth(3).waitFor({ timeout: 120_000 });
  await measure('heat map: expand', 12, () =>
    grid
      .getByRole('button', { name: /^Expand/ })
      .first()
      .click(),
  );
  await measure('heat map: collapse', 4, () =>
    grid
      .getByRole('button', { name: /^Collapse/ })
      .last()
      .click(),
  );
  await measure('heat map: select a cell', 12, at =>
    grid
      .locator('td button')
      .nth(30 + at * 7)
      .click(),
  );
  await measure('heat map: arrow keys', 20, at => page.keyboard.press(at % 2 ? 'ArrowRight' : 'ArrowDown'));
  await page.goto(`${base}/maturity/heat-map?by=system`);
  await grid.getByRole('row').nth(3).waitFor({ timeout: 120_000 });
  await measure('heat map: more systems', 6, () =>
    grid
      .getByRole('button', { name: /^Show \d+ more/ })
      .last()
      .click(),
  );
  await measure('heat map: cell among them', 8, at =>
    grid
      .locator('td button')
      .nth(200 + at * 31)
      .click(),
  );

  if (values.json) console.log(JSON.stringify(figures, null, 2));
  else {
    console.log(`\nInteraction to next paint, ${values.components} components`);
    console.table(figures);
  }
  await browser.close();
  fleet?.kill('SIGTERM');
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
