// Entry of the command: runs it with the arguments of the process, or helps another thread that does.
import * as nodeModule from 'node:module';
import { Worker, isMainThread } from 'node:worker_threads';
import { namesManyFiles } from './namesManyFiles';

// Compiling takes longer than anything else of a small run: where Node can, the next run finds what this one compiled.
nodeModule.enableCompileCache?.();

const start = () => new Worker(__filename);
// A thread that helps has to load the command too, so it starts before this one does.
const early = isMainThread && namesManyFiles(process.argv) ? start() : undefined;

void import('./command').then(async ({ main, help }) => {
  if (!isMainThread) return help();
  process.exitCode = await main(process.argv, () => early ?? start());
  return early?.terminate();
});
