// What is remembered of repositories from one reading to the next, across restarts.
import type { TreeFile } from '../files/FileTreeReader';

/** A file that was asked for by its name. */
export interface SingleFile {
  path: string;
  etag?: string;
  /** Absent if there is no such file. */
  text?: string;
  /** ISO 8601; before it a file that is not there is not asked for again. */
  missingUntil?: string;
}

/** What is known of one tree. */
export interface TreeRecord {
  key: string;
  etag?: string;
  /** When the host last said what is there, ISO 8601. */
  readAt?: string;
  files: TreeFile[];
  /** Set where the host can't list files, so that they are asked for one by one. */
  singles?: SingleFile[];
  /** Why it could not be read last time, and when it is worth asking again. */
  failure?: { message: string; times: number; retryAt: string };
}

/** Remembers trees. */
export interface TreeMemory {
  load(key: string): Promise<TreeRecord | undefined>;
  save(record: TreeRecord): Promise<void>;
  /** The host said that nothing changed. */
  touch(key: string, readAt: string): Promise<void>;
}
