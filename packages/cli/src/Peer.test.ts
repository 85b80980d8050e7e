// Two threads share tasks: each gets every result once and in order, and what one leaves the other does.
import type { MessagePort } from 'node:worker_threads';
import { MessageChannel } from 'node:worker_threads';
import type { Line } from './Peer';
import { Peer, newCounters } from './Peer';

const lineOver = (port: MessagePort): Line => ({
  send: message => port.postMessage(message),
  listen: listener => void port.on('message', listener),
});

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

let ports: MessagePort[] = [];
afterEach(() => ports.forEach(port => port.close()));

function pair(): [Peer, Peer] {
  const { port1, port2 } = new MessageChannel();
  ports = [port1, port2];
  const counters = newCounters();
  return [new Peer(true, counters, lineOver(port1)), new Peer(false, counters, lineOver(port2))];
}

it('does all alone without another', async () => {
  expect(await new Peer(true).share(7, at => at, { block: 3 })).toEqual(numbers(7));
  expect(await new Peer(true).share(0, at => at, { block: 3, forLeader: true })).toEqual([]);
});

it('gives both all results in order, and does no task twice', async () => {
  const [leader, other] = pair();
  const done: number[] = [];
  const task = (at: number) => {
    done.push(at);
    return { at };
  };
  // The leader is asked while the other is at work, as threads are.
  let leaders: Promise<{ at: number }[]> | undefined;
  const others = other.share(
    10,
    at => {
      leaders ??= leader.share(10, task, { block: 4 });
      return task(at);
    },
    { block: 4 },
  );
  const both = [await leaders, await others];
  const expected = numbers(10).map(at => ({ at }));
  expect(both).toEqual([expected, expected]);
  expect(done.sort((a, b) => a - b)).toEqual(numbers(10));
});

it('tells the leader alone, if only it needs to know', async () => {
  const [leader, other] = pair();
  const [mine, theirs] = await Promise.all([
    other.share(5, at => at, { block: 2, forLeader: true }),
    leader.share(5, at => at, { block: 2, forLeader: true }),
  ]);
  expect(mine).toEqual([]);
  expect(theirs).toEqual(numbers(5));
});

it('goes through several rounds', async () => {
  const [leader, other] = pair();
  const run = async (peer: Peer) => {
    const first = await peer.share(6, at => at, { block: 1 });
    return peer.share(6, at => first[at] * 2, { block: 1, forLeader: true });
  };
  const [doubled] = await Promise.all([run(leader), run(other)]);
  expect(doubled).toEqual([0, 2, 4, 6, 8, 10]);
});

it('does what another took and did not tell', async () => {
  const counters = newCounters();
  const leader = new Peer(true, counters, { send: () => {}, listen: () => {} });
  // The other took the first block and broke down.
  Atomics.add(counters, 0, 1);
  const all = leader.share(5, at => at, { block: 2 });
  leader.lose();
  expect(await all).toEqual(numbers(5));
});
