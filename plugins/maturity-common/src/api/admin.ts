// What the API answers about the work itself, for those who run the plugin.
import type { KindState } from '@maturity-roadmap/engine';
import type { SourceStatus } from './report';

/** `GET /admin/state`. Needs the permission `maturity.admin.read`. @public */
export interface AdminState {
  /** By name. */
  environments: AdminEnvironment[];
  repositories: AdminRepositories;
  /** A ClusterRole with every rule that is missing anywhere, as YAML; absent if none is. */
  clusterRole?: string;
}

/** The replica that does the work. @public */
export interface AdminKeeper {
  /** Host name of the replica, and what tells its processes apart. */
  holder: string;
  /** Since when, ISO 8601. */
  since: string;
}

/** The work on one environment. @public */
export interface AdminEnvironment {
  environment: string;
  type: SourceStatus['type'];
  /** Absent if no replica keeps it just now. */
  keeper?: AdminKeeper;
  /** When its keeper last told of it, ISO 8601. */
  at: string;
  objects: number;
  /** Components and namespaces that wait to be judged. */
  waiting: number;
  /** Milliseconds that the longest waiting of them has waited. */
  lag: number;
  /** Objects that came, changed or went since the keeper began. */
  events: number;
  /** Set if the whole environment can't be read. */
  error?: string;
  /** Set if the environment must not be read as it is configured: the error says why and what to do. */
  refused?: boolean;
  /** Every kind that checks read, those that can't be relied on first. */
  kinds: AdminKind[];
  /** Rules to add to the ClusterRole there, as YAML; absent if none is missing. */
  missingRule?: string;
  /** Files or objects that can't be used. */
  problems: number;
}

/** One kind in one environment. Instants are ISO 8601. @public */
export interface AdminKind {
  kind: string;
  state: KindState['state'];
  /** Why it is not synced, and what to do. */
  message?: string;
  /** Since when it is in this state. */
  since: string;
  objects: number;
  listedAt?: string;
  /** Last change of an object that the cluster told of. */
  eventAt?: string;
  lastError?: { at: string; message: string };
}

/** The work on repositories. @public */
export interface AdminRepositories {
  /** False where reading them is switched off. */
  enabled: boolean;
  keeper?: AdminKeeper;
  /** Absent if no replica has kept them yet. */
  at?: string;
  /** Repositories, or folders in them, that are read as one. */
  trees: number;
  /** Of these, the ones that are due and wait for their turn. */
  waiting: number;
  hosts: AdminHost[];
}

/** What one host of repositories is asked. @public */
export interface AdminHost {
  host: string;
  /** Requests that it may be asked in an hour. */
  perHour: number;
  /** Requests of the last hour. */
  spent: number;
  /** It is left alone until then, ISO 8601. */
  pausedUntil?: string;
  lastError?: string;
}
