// Finds installs of system packages that take stale lists, more than they need, or leave their downloads behind.
import type { Instruction } from '../repository';
import { commandsOf, mountsOf } from '../repository';

/** `stale`: may install from an old list; `fat`: makes the layer larger than it need be. */
export interface HygieneFault {
  kind: 'stale' | 'fat';
  observed: string;
  expected: string;
}

const isApt = (program: string) => program === 'apt' || program === 'apt-get';

/** Whether a RUN installs packages with a package manager that this check knows. */
export function installsPackages(instruction: Instruction): boolean {
  return commandsOf(instruction).some(
    ({ program, args }) =>
      (isApt(program) && args.includes('install')) ||
      (program === 'apk' && args.includes('add')) ||
      (/^(microdnf|dnf|yum)$/.test(program) && args.includes('install')),
  );
}

/**
 * Faults of one RUN. With a cache mount nothing needs to be removed: the downloads never become part of the layer.
 *
 * @param shipped - whether the layer is part of the final image, so that its size counts
 */
export function hygieneFaults(instruction: Instruction, shipped: boolean): HygieneFault[] {
  const commands = commandsOf(instruction);
  const isCached = mountsOf(instruction).some(mount => mount.type === 'cache');
  const removes = (path: RegExp) =>
    commands.some(({ program, args }) => program === 'rm' && args.some(arg => path.test(arg)));
  const apt = commands.filter(({ program }) => isApt(program));
  const installs = apt.filter(({ args }) => args.includes('install'));
  const updates = apt.some(({ args }) => args.includes('update'));
  const faults: HygieneFault[] = [];
  if (updates !== installs.length > 0 && apt.length > 0 && (updates || installs.length > 0)) {
    const observed = updates ? 'apt-get update without install' : 'apt-get install without update';
    faults.push({ kind: 'stale', observed, expected: 'update and install in one RUN' });
  }
  if (!shipped || isCached) return faults;
  if (installs.some(({ args }) => !args.some(arg => /^--no-install-recommends$|APT::Install-Recommends/.test(arg)))) {
    faults.push({ kind: 'fat', observed: 'recommended packages too', expected: '--no-install-recommends' });
  }
  if (installs.length > 0 && !removes(/\/var\/lib\/apt(\/lists)?/)) {
    faults.push({
      kind: 'fat',
      observed: 'package lists stay',
      expected: 'rm -rf /var/lib/apt/lists/*, or a cache mount',
    });
  }
  const adds = commands.filter(({ program, args }) => program === 'apk' && args.includes('add'));
  if (adds.some(({ args }) => !args.includes('--no-cache')) && !removes(/\/var\/cache\/apk/)) {
    faults.push({ kind: 'fat', observed: 'the index of apk stays', expected: 'apk add --no-cache' });
  }
  const dnf = commands.filter(({ program }) => /^(microdnf|dnf|yum)$/.test(program));
  const cleans = dnf.some(({ args }) => args.includes('clean')) || removes(/\/var\/cache\/(dnf|yum)/);
  if (dnf.some(({ args }) => args.includes('install')) && !cleans) {
    faults.push({
      kind: 'fat',
      observed: `the cache of ${dnf[0].program} stays`,
      expected: `${dnf[0].program} clean all`,
    });
  }
  return faults;
}
