// Entry of the command: runs it with the arguments of the process, or helps another thread that does.
import * as nodeModule from 'node:module';
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker, isMainThread } from 'node:worker_threads';
import { filesForTwo, filesNamed } from './filesNamed';

// Compiling takes longer than anything else of a small run: where Node can, the next run finds what this one compiled.
nodeModule.enableCompileCache?.();

// Who gives it a job hears of its exit; an error alone must not end the process.
const start = () => new Worker(__filename).on('error', () => {});

/**
 * Two threads that each optimise the same code are more than a few processors can run beside them. Over 5,000 manifests
 * V8's last compiler takes a fifth of all time, and saves a tenth of what follows: it pays from some 20,000 on. Before
 * Node 24 there is no compiler in the middle that could do without it.
 */
function isBetterNotOptimised(files: number): boolean {
  return files < 20_000 && availableParallelism() < 4 && Number(process.versions.node.split('.')[0]) >= 24;
}

/** A thread that helps has to load the command too, so it starts before this one does. */
function startEarly(): Worker | undefined {
  const files = isMainThread ? filesNamed(process.argv) : 0;
  if (files < filesForTwo) return undefined;
  if (isBetterNotOptimised(files)) setFlagsFromString('--no-opt');
  return start();
}

const early = startEarly();

void import('./command').then(async ({ main, help }) => {
  if (!isMainThread) return help();
  process.exitCode = await main(process.argv, () => early ?? start());
  return early?.terminate();
});
