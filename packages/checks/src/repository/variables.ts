// Replaces variables in a Dockerfile the way a builder does, as far as defaults are written in the file.
import type { Instruction, Stage } from './Dockerfile';
import { stageChain } from './Dockerfile';

/** Values by name; a variable that is declared without default is absent. */
export type Scope = ReadonlyMap<string, string>;

/**
 * Set by BuildKit for every build. The values differ per build; these stand for any.
 * See https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope
 */
const platform: Scope = new Map([
  ['TARGETPLATFORM', 'linux/amd64'],
  ['TARGETOS', 'linux'],
  ['TARGETARCH', 'amd64'],
  ['TARGETVARIANT', ''],
  ['BUILDPLATFORM', 'linux/amd64'],
  ['BUILDOS', 'linux'],
  ['BUILDARCH', 'amd64'],
  ['BUILDVARIANT', ''],
]);

const pattern =
  /\\\$|\$(?<bare>\w+)|\$\{(?<name>\w+)(?:(?<operator>:?[-+?])(?<word>(?:[^{}]|\$\{[^{}]*\})*)|(?<other>[^}]*))?\}/g;

/**
 * Replaces `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}`, `${NAME:+alternative}` and `${NAME+alternative}`.
 * See https://docs.docker.com/reference/dockerfile/#environment-replacement
 *
 * @returns the text, and the variables whose value is not known before a build
 */
export function expand(text: string, scope: Scope): { text: string; missing: string[] } {
  const missing: string[] = [];
  const expanded = text.replace(pattern, (...match) => {
    const groups = match.at(-1) as Record<string, string | undefined>;
    const name = groups.bare ?? groups.name;
    if (name === undefined) return '$';
    const value = scope.get(name);
    const isSet = groups.operator?.startsWith(':') ? Boolean(value) : value !== undefined;
    const operator = groups.operator?.at(-1);
    if (operator === '+' || (operator === '-' && !isSet)) {
      if (operator === '+' && !isSet) return '';
      const word = expand(groups.word ?? '', scope);
      missing.push(...word.missing);
      return word.text;
    }
    // Substring removal and replacement (`${NAME#x}`, `${NAME/x/y}`) are left to the builder.
    if (value === undefined || groups.other) missing.push(name);
    return value ?? '';
  });
  return { text: expanded, missing };
}

function declare(instructions: readonly Instruction[], scope: Map<string, string>, globals: Scope): void {
  for (const { keyword, pairs } of instructions) {
    if (keyword !== 'ARG' && keyword !== 'ENV') continue;
    for (const { name, value } of pairs) {
      const written = value ?? globals.get(name) ?? platform.get(name);
      if (written === undefined) continue;
      const { text, missing } = expand(written, scope);
      if (missing.length === 0) scope.set(name, text);
      else scope.delete(name);
    }
  }
}

/** Variables that FROM lines see: platform arguments, and ARGs before the first FROM. */
export function globalScope(globalArguments: readonly Instruction[]): Scope {
  const scope = new Map(platform);
  declare(globalArguments, scope, platform);
  return scope;
}

/** Variables at the end of a stage: its own ARG and ENV and those of the stages it builds on. */
export function stageScope(stage: Stage, globals: Scope): Scope {
  const scope = new Map<string, string>();
  for (const one of stageChain(stage).reverse()) declare(one.instructions, scope, globals);
  return scope;
}
