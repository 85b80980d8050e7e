// Every screen fits from a small phone to a 4k display, can be hit with a finger, and keeps still for who wants that.
import { expect, test } from './ready';

const roadmap = '/maturity/roadmap/containers-and-orchestration';
const component = '/catalog/default/component/price-tagger/maturity';

/** Each screen with a part that shows once its data is there. */
const screens: [path: string, role: 'region' | 'article' | 'link' | 'grid', name: RegExp][] = [
  ['/maturity/roadmap', 'link', /^On Call/],
  [roadmap, 'region', /^Platform Engineering/],
  [`${roadmap}/topics/network-policies`, 'region', /^Adoption/],
  ['/maturity/organisation', 'region', /^Levels/],
  ['/maturity/heat-map', 'grid', /./],
  ['/maturity/checks', 'region', /^Checks/],
  ['/maturity/checks/image-ref-explicit', 'article', /./],
  ['/maturity/admin', 'region', /^Repositories/],
  [component, 'region', /^Topics/],
];

test('nothing makes a page scroll sideways, and nothing is too small for a finger', async ({ page }) => {
  test.setTimeout(180_000);
  for (const [path, role, name] of screens) {
    await page.setViewportSize({ width: 320, height: 900 });
    await page.goto(path);
    await expect(page.getByRole(role, { name }).first()).toBeVisible();
    for (const width of [320, 390, 1440, 2560, 3840]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, width, overflow <= 0]).toEqual([path, width, true]);
      if (width !== 390) continue;
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('[data-maturity] :is(button, a, [role=button], summary)')]
          .filter(target => {
            const { width: across, height } = target.getBoundingClientRect();
            // Links within sentences and rows of tables have their line around them (WCAG 2.5.8).
            return across > 0 && height < 32 && !target.closest('p, td, th, dd');
          })
          .map(target => target.outerHTML.slice(0, 120)),
      );
      expect([path, small]).toEqual([path, []]);
    }
  }
});

test('nothing moves for who asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${component}?verdict=image-ref-explicit`);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goto(roadmap);
  await expect(page.getByRole('region', { name: 'Platform Engineering' })).toBeVisible();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .map(animation => (animation.effect as KeyframeEffect).target)
      .filter(target => target?.closest('[data-maturity]'))
      .map(target => target!.outerHTML.slice(0, 120)),
  );
  expect(moving).toEqual([]);
});
