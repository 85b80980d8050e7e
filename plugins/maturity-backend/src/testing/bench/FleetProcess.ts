// The process that serves the fleet, as the benchmark sees it.
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FleetAnswer, FleetRequest } from './servedFleet';

// eslint-disable-next-line no-restricted-syntax -- beside this script, bundled or as source
const here = __dirname;
const bundled = join(here, 'servedFleet.js');
const script = existsSync(bundled) ? bundled : join(here, 'servedFleet.ts');
const loader = script === bundled ? [] : ['--import', 'tsx'];

/** Serves a fleet from a process of its own, and changes it on request. */
export class FleetProcess {
  private readonly child: ChildProcess;

  constructor(components: number) {
    this.child = fork(script, [String(components)], { execArgv: [...loader, '--max-old-space-size=8000'] });
  }

  /** The next answer. */
  next<T extends FleetAnswer>(): Promise<T> {
    return new Promise(resolve => void this.child.once('message', answer => resolve(answer as T)));
  }

  ask<T extends FleetAnswer>(request: FleetRequest): Promise<T> {
    const answered = this.next<T>();
    this.send(request);
    return answered;
  }

  /** Changes objects at a steady rate, and resolves with how many were changed. */
  drive(rate: number, seconds: number, told: (changed: string, at: number) => void): Promise<number> {
    return new Promise(resolve => {
      const listen = (message: unknown) => {
        const { driven, offered, done } = message as Extract<FleetAnswer, { driven: unknown }>;
        for (const [changed, at] of driven) told(changed, at);
        if (!done) return;
        this.child.off('message', listen);
        resolve(offered);
      };
      this.child.on('message', listen);
      this.send({ drive: { rate, seconds } });
    });
  }

  send(request: FleetRequest): void {
    this.child.send(request);
  }
}
