// Reads the plugin's configuration; each mistake is one clear error that names the key.
import { resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { FileTreeLocation } from './files/FileTreeReader';
import type { BudgetOptions } from './files/RequestBudget';
import type { CustomGroups } from './source/customResources';
import type { ManifestSourceOptions } from './source/ManifestSource';

/** The configuration as the plugin uses it. */
export interface MaturityConfig {
  /** The roadmap by which components are judged, and further ones. */
  content: [FileTreeLocation, ...FileTreeLocation[]];
  everyMinutes: number;
  manifests: ManifestSourceOptions[];
  clusters: { enabled: boolean; exclude: Set<string>; secretMetadata: boolean; custom?: CustomGroups };
  /** Days that history is kept. */
  historyDays: number;
  repositories: { enabled: boolean; folder?: string; requests: BudgetOptions };
  componentTypes?: string[];
  /** Settings of checks by id, as written; the engine reads them. */
  checks?: unknown;
  /** Where own checks lie. */
  ownChecks: FileTreeLocation[];
}

const knownKeys = [
  'content',
  'furtherContent',
  'schedule',
  'manifests',
  'clusters',
  'repositories',
  'components',
  'checks',
  'ownChecks',
  'history',
];

/**
 * Reads `maturity` of app-config.
 *
 * @throws InputError that names the key and what to do
 */
export function readConfig(root: Config): MaturityConfig {
  const config = root.getOptionalConfig('maturity');
  for (const key of config?.keys() ?? []) {
    if (knownKeys.includes(key)) continue;
    throw new InputError(`maturity.${key} in app-config is not known. Known keys: ${knownKeys.join(', ')}.`);
  }
  const everyMinutes = config?.getOptionalNumber('schedule.everyMinutes') ?? 5;
  if (!(everyMinutes > 0)) throw new InputError('maturity.schedule.everyMinutes must be a number above 0.');
  const historyDays = config?.getOptionalNumber('history.days') ?? 400;
  if (!(historyDays >= 1)) throw new InputError('maturity.history.days must be a number from 1.');
  const folder = config?.getOptionalString('repositories.folder');
  const componentTypes = config?.getOptionalStringArray('components.types');
  return {
    content: [
      readLocation(config?.getOptionalConfig('content'), 'maturity.content') ?? defaultContent(),
      ...readLocations(config, 'furtherContent'),
    ],
    everyMinutes,
    manifests: (config?.getOptionalConfigArray('manifests') ?? []).map(readManifests),
    clusters: {
      enabled: config?.getOptionalBoolean('clusters.enabled') ?? true,
      exclude: new Set(config?.getOptionalStringArray('clusters.exclude') ?? []),
      secretMetadata: config?.getOptionalBoolean('clusters.secretMetadata') ?? false,
      ...readCustom(config),
    },
    historyDays,
    repositories: {
      enabled: config?.getOptionalBoolean('repositories.enabled') ?? true,
      ...(folder ? { folder: resolve(folder) } : {}),
      requests: readBudget(config),
    },
    ...(componentTypes ? { componentTypes } : {}),
    ownChecks: readLocations(config, 'ownChecks'),
    ...(config?.has('checks') ? { checks: config.get('checks') } : {}),
  };
}

function defaultContent(): FileTreeLocation {
  return { folder: resolvePackagePath('@maturity-roadmap/content') };
}

function readCustom(config: Config | undefined): { custom?: CustomGroups } {
  const groups = config?.getOptionalStringArray('clusters.customResources.groups') ?? [];
  const exclude = config?.getOptionalStringArray('clusters.customResources.exclude') ?? [];
  for (const one of [...groups, ...exclude]) {
    if (/^(\*|(\*\.)?[a-z0-9.-]+)$/.test(one)) continue;
    throw new InputError(`maturity.clusters.customResources: "${one}" is neither an API group, *.example.com nor *.`);
  }
  return groups.length > 0 ? { custom: { groups, exclude } } : {};
}

function readBudget(config: Config | undefined): BudgetOptions {
  const positive = (value: number, key: string) => {
    if (!(value >= 10)) throw new InputError(`maturity.repositories.${key} must be a number from 10.`);
    return value;
  };
  const perHour = positive(config?.getOptionalNumber('repositories.requestsPerHour') ?? 2_000, 'requestsPerHour');
  const hosts = (config?.getOptionalConfigArray('repositories.hosts') ?? []).map(
    (one, at) =>
      [one.getString('host'), positive(one.getNumber('requestsPerHour'), `hosts[${at}].requestsPerHour`)] as const,
  );
  return { perHour, hosts: new Map(hosts) };
}

function readManifests(config: Config, at: number): ManifestSourceOptions {
  const key = `maturity.manifests[${at}]`;
  const location = readLocation(config, key);
  if (!location) throw new InputError(`${key} in app-config needs a folder or a url.`);
  const cluster = config.getOptionalString('cluster');
  return { location, ...(cluster ? { cluster } : {}) };
}

function readLocations(config: Config | undefined, name: string): FileTreeLocation[] {
  return (config?.getOptionalConfigArray(name) ?? []).map((one, at) => {
    const key = `maturity.${name}[${at}]`;
    const location = readLocation(one, key);
    if (!location) throw new InputError(`${key} in app-config needs a folder or a url.`);
    return location;
  });
}

function readLocation(config: Config | undefined, key: string): FileTreeLocation | undefined {
  const folder = config?.getOptionalString('folder');
  const url = config?.getOptionalString('url');
  if (folder && url) throw new InputError(`${key} in app-config has both folder and url: keep one.`);
  if (folder) return { folder };
  return url ? { url } : undefined;
}
