// When repositories are read: once in each interval, spread over it, also across restarts.
import type { RepositoryTree } from '../source/repositoryTrees';
import { RepositorySchedule } from './RepositorySchedule';

const minute = 60_000;
const interval = 5 * minute;
const treesOf = (count: number) =>
  new Map(
    Array.from({ length: count }, (_, at): [string, RepositoryTree] => {
      const key = `https://host/r${at}/`;
      return [key, { key, location: { url: key }, host: 'host', members: new Map([[`c${at}`, '']]) }];
    }),
  );

let now = Date.UTC(2026, 0, 1);
const clock = () => now;

/** Reads whatever is due each second; returns how often each tree was read, and the most read in one second. */
function run(schedule: RepositorySchedule, duration: number) {
  const reads = new Map<string, number>();
  let most = 0;
  for (const end = now + duration; now < end; now += 1_000) {
    const due = schedule.due().get('host') ?? [];
    most = Math.max(most, due.length);
    for (const tree of due) {
      reads.set(tree.key, (reads.get(tree.key) ?? 0) + 1);
      schedule.done(tree);
    }
  }
  return { reads: [...reads.values()], most };
}

it('reads new repositories at once, then each once in every interval, never many in one second', () => {
  const schedule = new RepositorySchedule(interval, clock);
  schedule.use(treesOf(1_000));
  expect(run(schedule, 1_000).reads).toHaveLength(1_000);
  run(schedule, 2 * interval);
  const { reads, most } = run(schedule, 10 * interval);
  expect([Math.min(...reads), Math.max(...reads), reads.length]).toEqual([10, 10, 1_000]);
  expect(most).toBeLessThan(30);
});

it('does not read anew what was read before a restart', () => {
  const known = new Map([...treesOf(100).keys()].map(key => [key, { readAt: now }]));
  known.set('https://host/r7/', { readAt: now - interval, retryAt: now + 60 * minute } as never);
  const schedule = new RepositorySchedule(interval, clock);
  schedule.use(treesOf(100), known);
  expect(schedule.due().size).toBe(0);
  expect(run(schedule, 2 * interval).reads).toHaveLength(99);
});

it('reads a repository at once when a component is found in it, and forgets those of nobody', () => {
  const schedule = new RepositorySchedule(interval, clock);
  const trees = treesOf(3);
  schedule.use(trees);
  run(schedule, 1_000);
  const [key] = trees.keys();
  schedule.use(
    new Map([
      [
        key,
        {
          ...trees.get(key)!,
          members: new Map([
            ['c0', ''],
            ['new', ''],
          ]),
        },
      ],
    ]),
  );
  expect(schedule.due().get('host')).toHaveLength(1);
  expect(run(schedule, 2 * interval).reads).toHaveLength(1);
});
