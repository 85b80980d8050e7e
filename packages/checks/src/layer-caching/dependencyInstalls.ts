// Recognises commands that fetch an application's dependencies, and whether they keep to a lockfile.
import type { Command } from '../repository';
import { shown } from '../repository';

export interface DependencyInstall {
  /** As short text: `npm ci`. */
  command: string;
  program: string;
  args: readonly string[];
  /** Fetches as a side effect of building; no fetch of its own if an earlier command fetched. */
  implicit: boolean;
}

type Verbs = { explicit: RegExp; implicit?: RegExp };

/** First words behind the program. */
const tools: Record<string, Verbs> = {
  npm: { explicit: /^(ci|install|i|clean-install)$/ },
  pnpm: { explicit: /^(install|i|fetch)$/ },
  yarn: { explicit: /^(install|workspaces)?$/ },
  bun: { explicit: /^install$/ },
  pip: { explicit: /^install$/ },
  pip3: { explicit: /^install$/ },
  uv: { explicit: /^(sync|pip)$/ },
  poetry: { explicit: /^install$/ },
  pipenv: { explicit: /^(install|sync)$/ },
  bundle: { explicit: /^install$/ },
  composer: { explicit: /^install$/ },
  go: { explicit: /^mod$/, implicit: /^(build|install)$/ },
  cargo: { explicit: /^(fetch|chef)$/, implicit: /^(build|install)$/ },
  mvn: { explicit: /^dependency:/, implicit: /^(package|install|verify|compile)$/ },
  mvnw: { explicit: /^dependency:/, implicit: /^(package|install|verify|compile)$/ },
  gradle: { explicit: /^dependencies$/, implicit: /^(build|assemble|bootJar|shadowJar|installDist)$/ },
  gradlew: { explicit: /^dependencies$/, implicit: /^(build|assemble|bootJar|shadowJar|installDist)$/ },
  dotnet: { explicit: /^restore$/, implicit: /^(build|publish)$/ },
};

/** Tools of the image rather than dependencies of the application. */
const isGlobal = (args: readonly string[]) => args.some(arg => arg === '-g' || arg === '--global');
const isVendored = (args: readonly string[]) => args.some(arg => /^(-mod=vendor|--offline|--no-restore)$/.test(arg));

/** `python -m pip install` is `pip install`. */
function unwrap({ program, args }: Command): Command {
  return /^python3?$/.test(program) && args[0] === '-m' && args[1] === 'pip'
    ? { program: 'pip', args: args.slice(2) }
    : { program, args };
}

/** Upgrading the installer itself (`pip install --upgrade pip`) fetches no dependency. */
function installsItself(program: string, args: readonly string[]): boolean {
  const names = args.filter(arg => !arg.startsWith('-')).slice(1);
  return (
    /^pip3?$/.test(program) &&
    names.length > 0 &&
    names.every(name => /^(pip|setuptools|wheel|uv|poetry|pipenv)([=<>~]|$)/.test(name))
  );
}

/** What a command fetches; undefined if it is no install of dependencies. */
export function dependencyInstall(command: Command): DependencyInstall | undefined {
  const { program, args } = unwrap(command);
  const verbs = tools[program];
  if (!verbs || isGlobal(args) || isVendored(args) || installsItself(program, args)) return undefined;
  const words = args.filter(arg => !arg.startsWith('-'));
  const text = shown({ program, args });
  if (verbs.explicit.test(words[0] ?? '')) return { command: text, program, args, implicit: false };
  return verbs.implicit && words.some(word => verbs.implicit?.test(word))
    ? { command: text, program, args, implicit: true }
    : undefined;
}
