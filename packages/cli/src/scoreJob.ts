// What one thread, or two, do to judge manifests.
import type { Problem } from '@maturity-roadmap/engine';
import type { FormatName, Printed } from './formats';
import { print } from './formats';
import type { Peer } from './Peer';
import { joinInputs, readManifest } from './readInput';
import type { ScoreOptions } from './score';
import { prepare } from './score';

/** All that a thread has to know. */
export interface ScoreJob {
  files: readonly string[];
  options: ScoreOptions;
  format: FormatName;
  /** ISO 8601. */
  observedAt: string;
}

/**
 * Does a job, with the other thread if there is one: both read files and tell each other what they read, so that both
 * judge by all objects; then they share the components.
 *
 * @returns components for the thread that leads
 */
export async function runJob(
  { files, options, format, observedAt }: ScoreJob,
  peer: Peer,
): Promise<{ printed: Printed[]; problems: readonly Problem[] }> {
  const inputs = await peer.share(files.length, at => readManifest(files[at]), { block: 32 });
  const { components, problems, judge } = prepare(joinInputs(inputs), options, observedAt);
  const sharing = { block: 4, forLeader: true };
  const printed = await peer.share(components.length, at => print(judge(components[at]), format), sharing);
  return { printed, problems };
}
