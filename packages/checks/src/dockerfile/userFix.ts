// The USER that a Dockerfile has made, or has used before, and does not end with.
import type { Fix, ObjectView } from '@maturity-roadmap/engine';
import type { Command, Dockerfile, Instruction } from '../repository';
import { commandsOf, editDockerfile, finalChain } from '../repository';
import { isRootUser } from './imageUser';

/** Options of useradd and adduser that take a value of their own, as far as they are in use. */
const withValue = /^-([ugGdhscDk]|-(uid|gid|group|groups|home|home-dir|shell|comment|ingroup|gecos))$/;

/** The user that a command makes: its number where one is given, since Kubernetes can verify that it is not root. */
function madeBy({ program, args }: Command): string | undefined {
  if (!/^(\/usr\/sbin\/)?(useradd|adduser)$/.test(program)) return undefined;
  const isUid = (arg: string | undefined) => arg === '-u' || arg === '--uid';
  const at = args.findIndex(isUid);
  const uid = at >= 0 ? args[at + 1] : /^--uid=(\d+)$/.exec(args.join('\n'))?.[1];
  if (uid && /^\d+$/.test(uid)) return uid;
  const names = args.filter((arg, i) => !arg.startsWith('-') && !withValue.test(args[i - 1] ?? ''));
  return /^[a-z_][\w-]*$/.test(names[0] ?? '') ? names[0] : undefined;
}

const changesFiles = ({ keyword }: Instruction) => ['RUN', 'COPY', 'ADD'].includes(keyword);
const isOther = ({ keyword, text }: Instruction) => keyword === 'USER' && !isRootUser(text) && !text.includes('$');

/**
 * Sets the user at the end of what the final stage does as root: the one that it left for root, or else the only one
 * that it makes.
 *
 * @returns undefined where root is the last thing that the stage says, or there is no such user
 */
export function userFix(dockerfile: Dockerfile, index: ObjectView<'repository/v1/Dockerfile'>): Fix | undefined {
  const [stage] = finalChain(dockerfile);
  const { instructions } = stage;
  const last = instructions.findLast(changesFiles);
  const lastUser = instructions.findLast(({ keyword }) => keyword === 'USER');
  if (!last || (lastUser && lastUser.line > last.line)) return undefined;
  const left = instructions.findLast(isOther)?.text;
  const made = instructions
    .filter(({ keyword }) => keyword === 'RUN')
    .flatMap(one => commandsOf(one))
    .map(madeBy);
  const [only, another] = made.filter(user => user !== undefined);
  const user = left ?? (another ? undefined : only);
  if (!user || isRootUser(user)) return undefined;
  return editDockerfile(dockerfile, [{ instruction: last, after: [`USER ${user}`] }], index);
}
