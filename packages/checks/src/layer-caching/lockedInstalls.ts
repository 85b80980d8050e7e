// Tells whether an install takes exactly the versions that a lockfile names.
import type { RepositoryFile } from '@maturity-roadmap/engine';
import type { DependencyInstall } from './dependencyInstalls';

/** What is missing for an install to be repeatable; `open` if that can't be told from here. */
export type LockFault = { kind: 'unlocked'; expected: string } | { kind: 'open'; reason: string };

type Judge = (
  args: readonly string[],
  has: (name: string) => boolean,
  files: readonly RepositoryFile[],
) => LockFault | undefined;

const unlocked = (expected: string): LockFault => ({ kind: 'unlocked', expected });
const operands = (args: readonly string[]) => args.filter(arg => !arg.startsWith('-')).slice(1);
const withFlag =
  (pattern: RegExp, expected: string): Judge =>
  args =>
    args.some(arg => pattern.test(arg)) ? undefined : unlocked(expected);
const withFile =
  (...names: string[]): Judge =>
  (_args, has) =>
    names.some(has) ? undefined : unlocked(`a committed ${names.join(' or ')}`);

const isPinned = (line: string) => /(===?|@)\s*\S+/.test(line) || /^(-|#|$)/.test(line);

/** `-r` files and named packages of pip. */
const pip: Judge = (args, _has, files) => {
  if (args.includes('--require-hashes') || args.includes('--no-deps')) return undefined;
  const listed = args.flatMap((arg, position) =>
    arg === '-r' || arg === '--requirement'
      ? (args[position + 1] ?? [])
      : (/^(?:-r|--requirement=)(.+)/.exec(arg)?.[1] ?? []),
  );
  const named = operands(args).filter(arg => !listed.includes(arg));
  const local = named.filter(name => !/^[./]|\.whl$/.test(name));
  if (local.some(name => !isPinned(name)))
    return unlocked('a version behind each package (==), or a requirements file');
  for (const path of listed) {
    const file = files.find(one => one.metadata.name.endsWith(path.slice(path.lastIndexOf('/') + 1)));
    if (!file) return { kind: 'open', reason: `${path} was not read` };
    const lines = file.text.replace(/\\\r?\n/g, ' ').split(/\r?\n/);
    if (!lines.every(line => isPinned(line.trim()))) return unlocked(`a version (==) behind each line of ${path}`);
  }
  return undefined;
};

const judges: Record<string, Judge> = {
  // With packages named, npm and pnpm add to the lockfile instead of following it.
  npm: args => (/^(ci|clean-install)$/.test(args[0] ?? '') ? undefined : unlocked('npm ci')),
  pnpm: args =>
    args[0] === 'fetch'
      ? undefined
      : withFlag(/^--frozen-lockfile$/, 'pnpm install --frozen-lockfile')(args, () => false, []),
  yarn: withFlag(/^--(frozen-lockfile|immutable|production=false --frozen-lockfile)$/, 'yarn install --immutable'),
  bun: withFlag(/^--frozen-lockfile$/, 'bun install --frozen-lockfile'),
  pip,
  pip3: pip,
  uv: (args, has, files) =>
    args[0] === 'pip'
      ? pip(args.slice(1), has, files)
      : withFlag(/^--(frozen|locked)$/, 'uv sync --locked')(args, has, files),
  poetry: withFile('poetry.lock'),
  pipenv: args => (args[0] === 'sync' || args.includes('--deploy') ? undefined : unlocked('pipenv sync')),
  bundle: withFile('Gemfile.lock'),
  composer: withFile('composer.lock'),
  go: withFile('go.sum'),
  cargo: (args, has, files) =>
    args[0] === 'chef' ? undefined : withFlag(/^--(locked|frozen)$/, 'cargo build --locked')(args, has, files),
};

/** Undefined if the install is repeatable, or if the tool (Maven, NuGet) names exact versions in its manifest. */
export function lockFault(
  { program, args }: DependencyInstall,
  files: readonly RepositoryFile[],
): LockFault | undefined {
  const has = (name: string) => files.some(file => file.metadata.name.split('/').at(-1) === name);
  return judges[program]?.(args, has, files);
}
