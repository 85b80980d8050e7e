// Recognises installs of Node packages that bring what only development needs into an image.
import type { Command, Instruction, Stage } from '../repository';
import { commandsOf } from '../repository';

const isInstall: Record<string, RegExp> = {
  npm: /^(ci|install|i|clean-install)$/,
  pnpm: /^(install|i)$/,
  yarn: /^(install)?$/,
};
const leavesOut = /^(--omit=dev|--production(=true)?|--prod|-P|--only=prod(uction)?)$/;

function installsAll({ program, args }: Command): boolean {
  const verb = args.find(arg => !arg.startsWith('-')) ?? '';
  if (!isInstall[program]?.test(verb)) return false;
  // Names packages (`npm install -g tool`) rather than installing what package.json lists.
  const names = args.filter(arg => !arg.startsWith('-') && arg !== verb);
  return names.length === 0 && !args.some(arg => leavesOut.test(arg)) && !args.join(' ').includes('--omit dev');
}

const prunes = ({ program, args }: Command) =>
  (program === 'npm' || program === 'pnpm') &&
  args[0] === 'prune' &&
  (program === 'pnpm' || args.some(arg => leavesOut.test(arg)));

const setsProduction = ({ keyword, pairs }: Instruction) =>
  keyword === 'ENV' && pairs.some(pair => pair.name === 'NODE_ENV' && pair.value === 'production');

/** The first such install that nothing prunes later, in the order in which the stages of a chain are built. */
export function devInstall(chain: readonly Stage[]): Instruction | undefined {
  const instructions = [...chain].reverse().flatMap(stage => stage.instructions);
  const runs = instructions.filter(one => one.keyword === 'RUN');
  if (runs.some(run => commandsOf(run).some(prunes))) return undefined;
  return runs.find(run => {
    const before = instructions.slice(0, instructions.indexOf(run));
    return !before.some(setsProduction) && !/NODE_ENV=production/.test(run.text) && commandsOf(run).some(installsAll);
  });
}
