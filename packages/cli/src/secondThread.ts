// The second thread, which helps with many files: how it gets its job, and what it does.
import type { MessagePort, Worker } from 'node:worker_threads';
import { parentPort } from 'node:worker_threads';
import type { Line } from './Peer';
import { Peer, newCounters } from './Peer';
import type { ScoreJob } from './scoreJob';
import { runJob } from './scoreJob';

/** A helping thread, seen from the one that leads. */
export interface Helper {
  peer: Peer;
  stop(): void;
}

interface Order {
  job: ScoreJob;
  counters: Int32Array;
}

const lineOver = (port: Worker | MessagePort): Line => ({
  send: message => port.postMessage(message),
  listen: listener => void (port as Worker).on('message', listener),
});

/** Gives a thread that runs `help` its part of a job. */
export function hire(worker: Worker, job: ScoreJob): Helper {
  const counters = newCounters();
  const peer = new Peer(true, counters, lineOver(worker));
  // Whatever stops it, a wrong option among the rest, shows on this thread as well, which does the work it left.
  worker.on('error', () => peer.lose());
  worker.on('exit', () => peer.lose());
  // Gone before it was asked.
  if (worker.threadId < 0) peer.lose();
  worker.postMessage({ job, counters } satisfies Order);
  return { peer, stop: () => void worker.terminate() };
}

/** What the helping thread does: it waits for a job, and does its part. */
export async function help(): Promise<void> {
  const port = parentPort;
  if (!port) return;
  await new Promise<void>((resolve, reject) => {
    port.once('message', ({ job, counters }: Order) => {
      runJob(job, new Peer(false, counters, lineOver(port))).then(() => resolve(), reject);
    });
  });
  port.close();
}
