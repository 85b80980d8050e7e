// What blocks most components, what alone lifts them, and where.
import type { Check } from '@maturity-roadmap/engine';
import type { CountedComponent, OpenVerdict } from '../../store/Census';
import { leverageView } from './leverageView';

const checks = ['probe', 'budget'].map(id => ({ id, title: `${id}s are there`, topic: 'pod' }) as Check);

type Open = [environment: string, check: string, namespace?: string];

function component(blocking: [check: string, ...environments: string[]][], open: Open[] = []): CountedComponent {
  const parts = new Map<string, { letters: string; open: OpenVerdict[] }>();
  for (const [environment, check, namespace] of open) {
    const part = parts.get(environment) ?? { letters: '', open: [] };
    parts.set(environment, part);
    part.open.push({ check, verdict: 'fail', ...(namespace ? { namespace } : {}) });
  }
  const blockers = blocking.map(([check, ...environments]) => ({ check, environments }));
  return { blocking: blockers, parts } as unknown as CountedComponent;
}

it('puts first what alone lifts most, and counts what else blocks', () => {
  const both = component([['probe'], ['budget']]);
  const { items } = leverageView([both, both, component([['budget']]), component([])], checks);
  expect(items).toEqual([
    { check: 'budget', title: 'budgets are there', topic: 'pod', blocks: 3, lifts: 1, places: [] },
    { check: 'probe', title: 'probes are there', topic: 'pod', blocks: 2, lifts: 0, places: [] },
  ]);
});

it('names the namespaces with most of them, each component once, and only where it blocks', () => {
  const twice: Open[] = [
    ['prod', 'probe', 'shop'],
    ['prod', 'probe', 'shop'],
    ['test', 'probe', 'shop'],
  ];
  const found = leverageView(
    [
      component([['probe', 'prod']], twice),
      component([['probe', 'prod', 'test']], [['test', 'probe', 'web'], ...twice]),
    ],
    checks,
  );
  expect(found.items[0].places).toEqual([
    { environment: 'prod', namespace: 'shop', components: 2 },
    { environment: 'test', namespace: 'shop', components: 1 },
    { environment: 'test', namespace: 'web', components: 1 },
  ]);
});

it('shows three places at most, and no check that is gone', () => {
  const places = ['a', 'b', 'c', 'd'].map((namespace): Open => ['prod', 'probe', namespace]);
  const { items } = leverageView(
    [
      component(
        [
          ['probe', 'prod'],
          ['gone', 'prod'],
        ],
        places,
      ),
    ],
    checks,
  );
  expect(items.map(({ check, places: shown }) => [check, shown.length])).toEqual([['probe', 3]]);
});
