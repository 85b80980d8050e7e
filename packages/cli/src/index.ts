// Entry of the command: runs it with the arguments of the process.
import * as nodeModule from 'node:module';
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';

// Compiling takes longer than anything else of a small run: where Node can, the next run finds what this one compiled.
nodeModule.enableCompileCache?.();

/*
 * A run is over before V8 has optimised what it runs: quick code at once is worth more than the best code later. On few
 * processors its last compiler takes the time of the run itself. Before Node 24 there is no compiler in the middle that
 * could do without it.
 */
setFlagsFromString('--always-sparkplug');
if (availableParallelism() < 4 && Number(process.versions.node.split('.')[0]) >= 24) setFlagsFromString('--no-opt');

void import('./main').then(async ({ main }) => {
  process.exitCode = await main(process.argv);
});
