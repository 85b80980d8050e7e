// The work of all replicas as the admin page shows it.
import type {
  AdminEnvironment,
  AdminHost,
  AdminKeeper,
  AdminRepositories,
  AdminState,
} from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { KindId } from '@maturity-roadmap/engine';
import type { HostUse } from '../../files/RequestBudget';
import { spentOf } from '../../files/RequestBudget';
import type { EnvironmentOperation } from '../../keeping/environmentOperation';
import { missingClusterRole, missingRules } from '../../keeping/missingRules';
import type { RepositoriesOperation } from '../../keeping/RepositoryKeeper';
import { repositoriesOperation } from '../../keeping/RepositoryKeeper';
import type { StoredOperation } from '../../store/OperationStore';
import type { StoredSource } from '../../store/SourceStore';

/** What it is made of. */
export interface AdminInput {
  told: readonly StoredOperation[];
  /** Holders of leases by name. */
  holders: ReadonlyMap<string, string>;
  stored: readonly StoredSource[];
  repositoriesEnabled: boolean;
  /** Requests an hour that a host may be asked. */
  perHour(host: string): number;
  now?: number;
}

/** Whoever told last keeps it only as long as they hold the lease. */
function keeperOf({ lease, holder, since }: StoredOperation, holders: AdminInput['holders']): { keeper?: AdminKeeper } {
  return holders.get(lease) === holder ? { keeper: { holder, since } } : {};
}

const forbiddenIn = ({ kinds, error }: EnvironmentOperation): KindId[] =>
  error
    ? []
    : kinds
        .filter(({ kind, state }) => state === 'forbidden' && kind !== 'v1/Secret' && kind !== '*/*/CustomResource')
        .map(({ kind }) => kind as KindId);

function environmentOf(told: StoredOperation, input: AdminInput): AdminEnvironment {
  const { reading: _, ...operation } = told.state as EnvironmentOperation;
  const forbidden = forbiddenIn(told.state as EnvironmentOperation);
  const problems = input.stored.find(({ status }) => status.environment === told.name)?.status.problems.length ?? 0;
  return {
    environment: told.name,
    at: told.at,
    ...operation,
    ...keeperOf(told, input.holders),
    ...(forbidden.length > 0 ? { missingRule: missingRules(forbidden) } : {}),
    problems,
  };
}

function hostOf(use: HostUse, { perHour, now = Date.now() }: AdminInput): AdminHost {
  const { host, pausedUntil = 0, lastError } = use;
  return {
    host,
    perHour: perHour(host),
    spent: spentOf(use, now),
    ...(pausedUntil > now ? { pausedUntil: new Date(pausedUntil).toISOString() } : {}),
    ...(lastError ? { lastError } : {}),
  };
}

function repositoriesOf(input: AdminInput): AdminRepositories {
  const enabled = input.repositoriesEnabled;
  const told = input.told.find(({ name }) => name === repositoriesOperation);
  if (!told) return { enabled, trees: 0, waiting: 0, hosts: [] };
  const { trees, waiting, hosts } = told.state as RepositoriesOperation;
  const shown = hosts.map(use => hostOf(use, input));
  return { enabled, at: told.at, ...keeperOf(told, input.holders), trees, waiting, hosts: shown };
}

/** Everything that keepers told. */
export function adminState(input: AdminInput): AdminState {
  const environments = input.told.filter(({ name }) => name !== repositoriesOperation);
  const missing = environments.flatMap(({ state }) => forbiddenIn(state as EnvironmentOperation));
  return {
    environments: environments.map(told => environmentOf(told, input)),
    repositories: repositoriesOf(input),
    ...(missing.length > 0 ? { clusterRole: missingClusterRole(missing) } : {}),
  };
}
