// Frees what nobody holds any more, so that tests can tell what is held.
import { setImmediate as giveWay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/** Collects garbage; weak references to what was freed are empty afterwards. */
export async function collectGarbage(): Promise<void> {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  // What was created or looked at through a weak reference in a turn is held until the turn ends.
  await giveWay();
  collect();
  await giveWay();
}
