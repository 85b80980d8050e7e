// Installs that a lockfile lies beside, told to follow it.
import type { Fix, ObjectView, RepositoryFile } from '@maturity-roadmap/engine';
import type { Dockerfile } from '../repository';
import { editDockerfile, replaced } from '../repository';
import type { PlacedInstall } from './sourceBeforeInstall';

interface LockedForm {
  /** One of these lies at the root. */
  locks: readonly string[];
  /** What is written, and what follows the lockfile. */
  written: RegExp;
  by: (lock: RepositoryFile) => string;
}

const always = (text: string) => () => text;
/** By what the file says of itself: later versions of yarn write another header, and know another option. */
const yarnInstall = ({ text }: RepositoryFile) =>
  `yarn install ${text.includes('# yarn lockfile v1') ? '--frozen-lockfile' : '--immutable'}`;

const forms: Record<string, LockedForm> = {
  npm: { locks: ['package-lock.json', 'npm-shrinkwrap.json'], written: /\bnpm (install|i)\b/, by: always('npm ci') },
  yarn: { locks: ['yarn.lock'], written: /\byarn install\b/, by: yarnInstall },
  pnpm: { locks: ['pnpm-lock.yaml'], written: /\bpnpm (install|i)\b/, by: always('pnpm install --frozen-lockfile') },
  bun: { locks: ['bun.lock'], written: /\bbun install\b/, by: always('bun install --frozen-lockfile') },
  uv: { locks: ['uv.lock'], written: /\buv sync\b/, by: always('uv sync --locked') },
  pipenv: { locks: ['Pipfile.lock'], written: /\bpipenv install\b/, by: always('pipenv sync') },
  cargo: { locks: ['Cargo.lock'], written: /\bcargo build\b/, by: always('cargo build --locked') },
};

/** Options that npm knows for `install` and not for `ci`, or that undo what a lockfile is for. */
const odd = /^(--save|-[SDEO]$|--package-lock|--no-package-lock|--force|-f$|--no-frozen-lockfile)/;

function changeOf(
  { program, args, instruction }: PlacedInstall,
  dockerfile: Dockerfile,
  files: readonly RepositoryFile[],
) {
  const form = forms[program];
  const lock = form && files.find(({ metadata }) => form.locks.includes(metadata.name));
  const named = args.filter(arg => !arg.startsWith('-')).length > 1;
  return lock && !named && !args.some(arg => odd.test(arg))
    ? replaced(dockerfile, instruction, form.written, form.by(lock))
    : undefined;
}

/** Binds installs to their lockfiles; undefined unless all of them have one, in the folder of the Dockerfile. */
export function lockedInstallFix(
  dockerfile: Dockerfile,
  installs: readonly PlacedInstall[],
  files: readonly RepositoryFile[],
  index: ObjectView<'repository/v1/Dockerfile'>,
): Fix | undefined {
  if (dockerfile.file.metadata.name.includes('/')) return undefined;
  return editDockerfile(
    dockerfile,
    installs.map(install => changeOf(install, dockerfile, files)),
    index,
  );
}
