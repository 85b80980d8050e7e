// Several pieces of work share the event loop: none holds it for long, all come to their end, in turns.
import { setTimeout as delay } from 'node:timers/promises';
import { Pace } from './Pace';

const spend = (milliseconds: number) => {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
};

async function work(name: string, steps: number, done: string[], onTurn?: (milliseconds: number) => void) {
  const pace = new Pace(onTurn);
  for (let step = 0; step < steps; step++) {
    spend(2);
    done.push(name);
    await pace.giveWay();
  }
}

it('lets timers have their turn, however many pieces of work there are', async () => {
  const gaps: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    gaps.push(performance.now() - last);
    last = performance.now();
  }, 1);
  await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(name => work(name, 30, [])));
  clearInterval(timer);
  // Six turns of eight milliseconds each would be fifty.
  expect(gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)]).toBeLessThan(30);
  expect(gaps.length).toBeGreaterThan(10);
});

it('takes pieces of work in turns', async () => {
  const done: string[] = [];
  await Promise.all(['a', 'b', 'c'].map(name => work(name, 40, done)));
  expect(done).toHaveLength(120);
  // No one is far ahead of the others.
  const half = done.slice(0, 60);
  for (const name of ['a', 'b', 'c']) expect(half.filter(one => one === name).length).toBeGreaterThan(8);
});

it('tells how long each turn took', async () => {
  const turns: number[] = [];
  await work('a', 30, [], milliseconds => turns.push(milliseconds));
  expect(turns.length).toBeGreaterThan(3);
  for (const took of turns) expect(took).toBeGreaterThanOrEqual(8);
});

it('waits for nothing while there is little to do', async () => {
  await delay(1);
  expect(new Pace().giveWay()).toBeUndefined();
});
