// `maturity score` from paths to text; of many files, on two threads.
import type { Worker } from 'node:worker_threads';
import type { FormatName } from './formats';
import { formats } from './formats';
import { hire } from './secondThread';
import { canShare, filesForTwo } from './filesNamed';
import { Peer } from './Peer';
import { manifestFiles } from './readInput';
import type { ScoreOptions } from './score';
import type { ScoreJob } from './scoreJob';
import { runJob } from './scoreJob';

/** What `maturity score` prints, and the levels that components stand at. */
export interface Scored {
  text: string;
  levels: readonly string[];
}

/** Gives a thread that runs `help`. */
export type ThreadSource = () => Worker;

/**
 * Judges manifests.
 *
 * @param now - instant to give to the observation
 * @param thread - where a thread comes from that helps with many files; without it all is done on this one
 * @throws Error if a path can't be read or an option is wrong
 */
export async function runScore(
  paths: readonly string[],
  options: ScoreOptions,
  format: FormatName,
  now: Date,
  thread?: ThreadSource,
): Promise<Scored> {
  const job: ScoreJob = { files: manifestFiles(paths), options, format, observedAt: now.toISOString() };
  const helper = thread && job.files.length >= filesForTwo && canShare() ? hire(thread(), job) : undefined;
  try {
    const { printed, problems } = await runJob(job, helper?.peer ?? new Peer(true));
    return { text: formats[format].whole(printed, problems), levels: printed.map(({ level }) => level) };
  } finally {
    helper?.stop();
  }
}
