// Knows compilers, bundlers and build tools: as base images, as packages, and as commands.
import { parseImageReference } from '@maturity-roadmap/engine';
import type { Command, Instruction } from '../repository';
import { commandsOf, shown } from '../repository';

/** Base images by the last part of their path, so that mirrors count: what makes one a toolchain is its tag. */
const toolchainImages: readonly [name: RegExp, isToolchain: (tag: string) => boolean][] = [
  [/^(golang|maven|gradle|rust|gcc|buildpack-deps|swift|haskell|composer|sbt)$/, () => true],
  // The full variants carry compilers and headers of buildpack-deps.
  [/^(node|python|ruby|perl)$/, tag => !/slim|alpine|distroless/.test(tag)],
  [
    /^(openjdk|eclipse-temurin|amazoncorretto|sapmachine|liberica-openjdk.*|zulu-openjdk.*)$/,
    tag => !/jre|headless/.test(tag),
  ],
  [/^sdk$/, () => true],
];

/** Whether an image is made for building rather than for running. */
export function isToolchainImage(name: string): boolean {
  const image = parseImageReference(name);
  const last = (image?.path ?? name).split('/').at(-1) ?? '';
  return toolchainImages.some(([pattern, matches]) => pattern.test(last) && matches(image?.tag ?? ''));
}

const toolchainPackage =
  /^(build-essential|build-base|gcc(-c\+\+|-\d+)?|g\+\+|clang|cmake|make|automake|autoconf|rustc?|cargo|golang(-go)?|go|maven|gradle|(default|openjdk-?\d+)-jdk(-headless)?|openjdk\d+|java-[\d.]+-openjdk-devel|nodejs-npm|.+-dev|.+-devel|linux-headers)(=.*)?$/;
const removal = /^(purge|remove|autoremove|del|erase)$/;
const installers: Record<string, string> = {
  apt: 'install',
  'apt-get': 'install',
  apk: 'add',
  yum: 'install',
  dnf: 'install',
  microdnf: 'install',
  zypper: 'install',
};

/** Compilers and headers that a RUN installs and leaves: what it removes itself never becomes part of a layer. */
export function toolchainPackages(instruction: Instruction): string[] {
  const managers = commandsOf(instruction).filter(command => command.program in installers);
  if (managers.some(({ args }) => args.some(arg => removal.test(arg)))) return [];
  return managers
    .filter(({ program, args }) => args.includes(installers[program]))
    .flatMap(({ args }) => args.filter(arg => toolchainPackage.test(arg)));
}

/** First arguments by which a tool compiles or bundles; an empty list means whatever the arguments. */
const builders: Record<string, RegExp> = {
  go: /^(build|install)$/,
  cargo: /^(build|install)$/,
  mvn: /^(package|install|verify|compile|deploy)$/,
  mvnw: /^(package|install|verify|compile|deploy)$/,
  gradle: /^(build|assemble|shadowJar|bootJar|installDist|jar)$/i,
  gradlew: /^(build|assemble|shadowJar|bootJar|installDist|jar)$/i,
  dotnet: /^(build|publish)$/,
  npm: /^(build|build:.+|compile|bundle)$/,
  yarn: /^(build|build:.+|compile|bundle)$/,
  pnpm: /^(build|build:.+|compile|bundle)$/,
  bun: /^(build|build:.+)$/,
  swift: /^build$/,
  sbt: /^(assembly|stage|compile|dist)$/,
};
const alwaysBuilds = new Set([
  'gcc',
  'g++',
  'clang',
  'javac',
  'rustc',
  'tsc',
  'webpack',
  'esbuild',
  'cmake',
  'make',
  'ninja',
]);

function builds({ program, args }: Command): boolean {
  if (alwaysBuilds.has(program)) return true;
  if (program === 'npx') return args.some(arg => alwaysBuilds.has(arg)) || (args[0] === 'vite' && args[1] === 'build');
  return program in builders && args.some(arg => builders[program].test(arg));
}

/** The first command of a RUN that compiles or bundles, as short text. */
export function buildCommand(instruction: Instruction): string | undefined {
  if (instruction.keyword !== 'RUN') return undefined;
  const found = commandsOf(instruction).find(builds);
  return found && shown(found);
}
