// `maturity score` from paths to text.
import { setFlagsFromString } from 'node:v8';
import type { FormatName } from './formats';
import { formats, print } from './formats';
import { joinInputs, manifestFiles, readManifest } from './readInput';
import type { ScoreOptions } from './score';
import { prepare } from './score';

/** What `maturity score` prints, and the levels that components stand at. */
export interface Scored {
  text: string;
  levels: readonly string[];
}

/** From so many files on, V8's last compiler, which the entry of the command leaves out, pays. */
const filesToOptimise = 20_000;

/**
 * Judges manifests.
 *
 * @param now - instant to give to the observation
 * @throws Error if a path can't be read or an option is wrong
 */
export function runScore(paths: readonly string[], options: ScoreOptions, format: FormatName, now: Date): Scored {
  const files = manifestFiles(paths);
  if (files.length >= filesToOptimise) setFlagsFromString('--opt');
  const { components, problems, judge } = prepare(joinInputs(files.map(readManifest)), options, now.toISOString());
  const printed = components.map(component => print(judge(component), format));
  return { text: formats[format].whole(printed, problems), levels: printed.map(({ level }) => level) };
}
