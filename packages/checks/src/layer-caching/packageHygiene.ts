// Finds installs of system packages that take stale lists, more than they need, or leave their downloads behind.
import type { Command, Instruction } from '../repository';
import { commandsOf, mountsOf } from '../repository';

/** `stale`: may install from an old list; `fat`: makes the layer larger than it need be. */
export interface HygieneFault {
  kind: 'stale' | 'fat';
  observed: string;
  expected: string;
}

/** A package manager, and what it leaves in the layer. */
interface Manager {
  program: RegExp;
  /** Arguments that install. */
  installs: readonly string[];
  /** Where it keeps what an install leaves. */
  leftIn: readonly string[];
  /** Arguments by which it removes this itself. */
  cleans: readonly string[];
  /** An option of the install by which it leaves nothing. */
  keepsNothing?: string;
  left(program: string): Omit<HygieneFault, 'kind'>;
}

const cacheOf = (program: string) => ({ observed: `the cache of ${program} stays`, expected: `${program} clean all` });

const apt: Manager = {
  program: /^apt(-get)?$/,
  installs: ['install'],
  leftIn: ['/var/lib/apt/lists'],
  // `apt-get clean` removes packages, and leaves the lists.
  cleans: ['dist-clean', 'distclean'],
  left: () => ({ observed: 'package lists stay', expected: 'rm -rf /var/lib/apt/lists/*, or a cache mount' }),
};

const managers: readonly Manager[] = [
  apt,
  {
    program: /^apk$/,
    installs: ['add'],
    leftIn: ['/var/cache/apk', '/etc/apk/cache'],
    cleans: [],
    keepsNothing: '--no-cache',
    left: () => ({ observed: 'the index of apk stays', expected: 'apk add --no-cache' }),
  },
  {
    program: /^(microdnf|tdnf|dnf5?|yum)$/,
    installs: ['install', 'reinstall', 'groupinstall', 'localinstall'],
    leftIn: ['/var/cache/yum', '/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/tdnf'],
    cleans: ['clean'],
    left: cacheOf,
  },
  {
    program: /^zypper$/,
    installs: ['install', 'in'],
    leftIn: ['/var/cache/zypp'],
    cleans: ['clean', 'cc'],
    left: cacheOf,
  },
];

const calls = (commands: readonly Command[], { program }: Manager) => commands.filter(one => program.test(one.program));
const hasAny = ({ args }: Command, words: readonly string[]) => args.some(arg => words.includes(arg));
const installsBy = (commands: readonly Command[], manager: Manager) =>
  calls(commands, manager).filter(command => hasAny(command, manager.installs));

/** Whether a RUN installs packages with a package manager that this check knows. */
export function installsPackages(instruction: Instruction): boolean {
  const commands = commandsOf(instruction);
  return managers.some(manager => installsBy(commands, manager).length > 0);
}

const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** Whether what is written below a path never becomes part of the layer. */
function isMounted(instruction: Instruction, path: string): boolean {
  return mountsOf(instruction)
    .filter(({ type }) => type === 'cache' || type === 'tmpfs')
    .some(({ target, dst, destination }) => within(path, (target ?? dst ?? destination ?? '').replace(/\/+$/, '')));
}

/** Whether a RUN deletes a folder, all that is in it, or one above it. */
function isRemoved(commands: readonly Command[], path: string): boolean {
  const paths = commands.filter(({ program }) => program === 'rm').flatMap(({ args }) => args);
  const folders = paths.filter(arg => arg.startsWith('/')).map(arg => arg.replace(/(\/+\**)+$/, ''));
  return folders.some(folder => within(path, folder));
}

function leavesBehind(instruction: Instruction, manager: Manager): boolean {
  const commands = commandsOf(instruction);
  const { keepsNothing, leftIn, cleans } = manager;
  const leaving = installsBy(commands, manager).some(({ args }) => !keepsNothing || !args.includes(keepsNothing));
  if (!leaving || calls(commands, manager).some(command => hasAny(command, cleans))) return false;
  return !leftIn.some(path => isMounted(instruction, path) || isRemoved(commands, path));
}

const withoutRecommended = /^--no-install-recommends(=true|=1)?$|APT::Install-Recommends=("?)(0|false|no)\2$/i;

function aptFaults(instruction: Instruction, shipped: boolean): HygieneFault[] {
  const commands = calls(commandsOf(instruction), apt);
  const installs = installsBy(commands, apt);
  const updates = commands.some(({ args }) => args.includes('update'));
  const faults: HygieneFault[] = [];
  if (updates !== installs.length > 0) {
    const observed = updates ? 'apt-get update without install' : 'apt-get install without update';
    faults.push({ kind: 'stale', observed, expected: 'update and install in one RUN' });
  }
  if (shipped && installs.some(({ args }) => !args.some(arg => withoutRecommended.test(arg)))) {
    faults.push({ kind: 'fat', observed: 'recommended packages too', expected: '--no-install-recommends' });
  }
  return faults;
}

/**
 * Faults of one RUN. What lies on a cache mount, or is in memory, never becomes part of the layer.
 *
 * @param shipped - whether the layer is part of the final image, so that its size counts
 */
export function hygieneFaults(instruction: Instruction, shipped: boolean): HygieneFault[] {
  const faults = aptFaults(instruction, shipped);
  if (!shipped) return faults;
  for (const manager of managers.filter(one => leavesBehind(instruction, one))) {
    const [{ program }] = installsBy(commandsOf(instruction), manager);
    faults.push({ kind: 'fat', ...manager.left(program) });
  }
  return faults;
}
