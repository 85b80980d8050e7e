// WCAG 2.2 AA on every screen, in both themes, as far as axe can tell. The shell around the screens is not ours.
import type { Page } from '@playwright/test';
import { expect, test } from './ready';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const roadmap = '/maturity/roadmap/containers-and-orchestration';
const component = '/catalog/default/component/price-tagger/maturity';

/** Each screen with a part that shows once its data is there; the part's screen is looked at. */
const screens: [path: string, role: 'region' | 'dialog' | 'article' | 'link', name: RegExp][] = [
  ['/maturity/roadmap', 'link', /^On Call/],
  ['/maturity/roadmap/on-call', 'region', /^Fewer pages/],
  ['/maturity/roadmap/containers-and-orchestration', 'region', /^Platform Engineering/],
  [`${roadmap}/topics/network-policies`, 'region', /^Adoption/],
  ['/maturity/organisation', 'region', /^Levels/],
  ['/maturity/heat-map?cell=group:default/engineering~rbac', 'region', /RBAC/],
  ['/maturity/checks', 'region', /^Checks/],
  ['/maturity/admin?kinds=all', 'region', /^Repositories/],
  ['/maturity/checks/image-ref-explicit', 'article', /./],
  [component, 'region', /^Topics/],
  [`${component}?verdict=image-ref-explicit`, 'dialog', /./],
  ['/catalog/default/component/recommender/maturity', 'region', /crashing/],
  ['/catalog/default/component/returns-desk/maturity?verdict=pdb-allows-drain', 'dialog', /./],
  ['/catalog/default/component/gift-cards/maturity', 'region', /No workload/],
  ['/catalog/default/group/engineering/maturity', 'region', /^Levels/],
];

async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: require.resolve('axe-core') });
  return page.evaluate(async tags => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const ours = document.querySelector('[role=dialog]') ?? document.querySelector('[data-maturity]');
    if (!ours) throw new Error('There is nothing of ours on the page.');
    const found = await axe.run(ours, { runOnly: tags });
    return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)}`));
  }, rules);
}

for (const theme of ['light', 'dark']) {
  for (const [path, role, name] of screens) {
    test(`${path} in ${theme}`, async ({ page }) => {
      await page.addInitScript(value => localStorage.setItem('theme', value), theme);
      await page.goto(path);
      await expect(page.getByRole(role, { name }).first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  }
}
