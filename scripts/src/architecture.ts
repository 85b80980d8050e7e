// Who may import whom: the table of the architecture, and the walk that holds the code against it.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** One part of the code and what it may import. */
export interface Rule {
  /** Folder, from the repository's root. */
  part: string;
  /** Names of packages, with `*` as wildcard. Tests may also import what `testsMay` names. */
  may: readonly string[];
  /** Wins over `may`. */
  never?: readonly string[];
  why: string;
}

const engine = '@maturity-roadmap/engine';
const roadmap = '@maturity-roadmap/roadmap';
const common = '@maturity-roadmap/backstage-plugin-maturity-common';
const node = '@maturity-roadmap/backstage-plugin-maturity-node';
const pure =
  'pure code runs the same in the backend, the command and the tests: no I/O, no clock, no Backstage, no React';
/** Parsers of formats and languages of the field. */
const besideReact = ['react-dom', 'react-router-dom', 'react-helmet'];
const parsers = ['dockerfile-ast', 'ipaddr.js', '@marcbachmann/cel-js', 'yaml', '@balena/dockerignore'];

/** The table. See docs/architecture.md. */
export const rules: readonly Rule[] = [
  { part: 'packages/engine/src', may: ['js-yaml', 'kubernetes-types/*'], why: pure },
  { part: 'packages/roadmap/src', may: [engine, 'yaml'], why: pure },
  { part: 'packages/checks/src', may: [engine, roadmap, 'kubernetes-types/*', ...parsers], why: pure },
  {
    part: 'packages/cli/src',
    may: [engine, roadmap, '@maturity-roadmap/checks', 'commander', 'yaml', 'node:*'],
    never: ['@backstage/*'],
    why: 'the command runs without Backstage',
  },
  {
    part: 'plugins/maturity-common/src',
    may: [engine, '@backstage/plugin-permission-common'],
    why: 'the contract is shared by browser and server',
  },
  {
    part: 'plugins/maturity-node/src',
    may: [engine, '@backstage/backend-plugin-api'],
    why: 'modules of others depend on it and must not pull in the backend',
  },
  {
    part: 'plugins/maturity-backend/src',
    may: [
      engine,
      roadmap,
      '@maturity-roadmap/checks',
      common,
      node,
      '@backstage/*',
      'express',
      'knex',
      'p-limit',
      'node:*',
    ],
    never: [
      'react',
      '@material-ui/*',
      '@maturity-roadmap/backstage-plugin-maturity',
      '@backstage/core-*',
      '@backstage/frontend-*',
    ],
    why: 'the backend serves data, not screens',
  },
  {
    part: 'plugins/maturity/src',
    may: [common, '@backstage/*', '@material-ui/*', 'react', ...besideReact, 'zod', 'd3-shape'],
    never: ['@backstage/backend-*', '@maturity-roadmap/checks', roadmap, node],
    why: 'nothing is judged in the browser: it shows what the backend stored',
  },
];

/** Packages whose types may be imported where their code may not. */
const typesOnly: Readonly<Record<string, readonly string[]>> = { 'plugins/maturity/src': [engine] };

/** What tests need beside the code they test. */
const testsMay = [
  'node:*',
  'fast-check',
  'msw',
  'msw/*',
  'supertest',
  '@testing-library/*',
  '@backstage/*',
  '@maturity-roadmap/*',
  'knex',
  'yaml',
];

/** Stages of the backend in their order; each may know the types of the ones before it. */
export const stages = ['files', 'source', 'index', 'components', 'scoring', 'store', 'keeping', 'api'] as const;
/** Files that join the stages. */
const joints = ['pipeline.ts', 'plugin.ts', 'config.ts'];

/** An import that breaks a rule. */
export interface Breach {
  file: string;
  imports: string;
  why: string;
}

interface Import {
  name: string;
  typeOnly: boolean;
}

const importPattern =
  /^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^\s*import\s+['"]([^'"]+)['"]/gm;

/** The imports of a source text. */
export function importsOf(text: string): Import[] {
  return [...text.matchAll(importPattern)].map(match => ({
    name: match[2] ?? match[3] ?? match[4],
    typeOnly: match[1] !== undefined,
  }));
}

const like = (pattern: string, name: string) =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern || name.startsWith(`${pattern}/`);
const isTest = (file: string) => /\.test\.tsx?$|\/testing\/|setupTests/.test(file);

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path))
    .map(path => join(folder, path));
}

/** Why an import breaks a rule; undefined if it does not. */
export function breachOf(rule: Rule, file: string, { name, typeOnly }: Import): string | undefined {
  if (name.startsWith('.')) return undefined;
  if (isTest(file) && testsMay.some(pattern => like(pattern, name))) return undefined;
  if (typeOnly && typesOnly[rule.part]?.includes(name)) return undefined;
  const allowed = rule.may.some(pattern => like(pattern, name)) && !rule.never?.some(pattern => like(pattern, name));
  return allowed ? undefined : `${rule.part} may not import ${name}: ${rule.why}`;
}

/** A check may use what its topic or all topics share, never another check's folder or another topic. */
export function breachAmongChecks(file: string, target: string): string | undefined {
  const [topic, check] = file.split('/');
  const [otherTopic, other] = target.split('/');
  const isCheck = /^[a-z-]+\/[a-z0-9-]+\/check\.ts$/.test(file);
  const shared = ['repository', 'cel', 'defineCheck', 'generated'];
  if (otherTopic !== topic && !shared.includes(otherTopic) && !shared.includes(topic)) {
    return `topic ${topic} may not import from topic ${otherTopic}: what several topics need belongs to the engine`;
  }
  if (isCheck && otherTopic === topic && target.split('/').length > 2 && other !== check && target.endsWith('/check')) {
    return `check ${check} may not import check ${other}: share a module of the topic instead`;
  }
  return undefined;
}

/** A stage may know the types of the stages before it; only the joints know them all. */
export function breachAmongStages(file: string, target: string): string | undefined {
  const [stage] = file.split('/');
  const [other] = target.split('/');
  const [from, to] = [stages.indexOf(stage as never), stages.indexOf(other as never)];
  if (from < 0 || to < 0 || to <= from) return undefined;
  return `stage ${stage} may not import from stage ${other}, which comes after it: only ${joints.join(', ')} know all stages`;
}

/** Every breach below the repository's root. */
export function findBreaches(root: string): Breach[] {
  const breaches: Breach[] = [];
  for (const rule of rules) {
    const base = join(root, rule.part);
    for (const path of sources(base)) {
      const file = relative(root, path).split(sep).join('/');
      for (const one of importsOf(readFileSync(path, 'utf8'))) {
        const why = breachOf(rule, file, one) ?? breachWithin(rule, base, path, one);
        if (why) breaches.push({ file, imports: one.name, why });
      }
    }
  }
  return breaches;
}

function breachWithin(rule: Rule, base: string, path: string, { name }: Import): string | undefined {
  if (!name.startsWith('.') || isTest(path)) return undefined;
  const file = relative(base, path).split(sep).join('/');
  const target = relative(base, join(path, '..', name))
    .split(sep)
    .join('/');
  if (target.startsWith('..') && !target.endsWith('package.json'))
    return `${file} reaches out of ${rule.part} by a relative path`;
  if (rule.part === 'packages/checks/src' && file.includes('/') && !file.startsWith('generated/'))
    return breachAmongChecks(file, target);
  return rule.part === 'plugins/maturity-backend/src' ? breachAmongStages(file, target) : undefined;
}
