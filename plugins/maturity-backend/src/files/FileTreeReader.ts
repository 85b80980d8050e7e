// Reads trees of text files, from a folder on disk or from a repository URL, and says when nothing changed.
import { readFile, readdir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';

/** A place that holds a tree of files. */
export type FileTreeLocation = { folder: string } | { url: string };

/** A text file with its path from the tree's root, with forward slashes. */
export interface TreeFile {
  path: string;
  text: string;
}

/** Files above this size are passed over: nothing that we read is that large, and memory is shared. */
const maxFileBytes = 64 * 1024 * 1024;

/**
 * The location as one line, for messages.
 */
export function describeLocation(location: FileTreeLocation): string {
  return 'folder' in location ? location.folder : location.url;
}

/**
 * Reads file trees. Of a URL that answers "not modified" the files of the last reading are given again.
 */
export class FileTreeReader {
  private readonly lastReadings = new Map<string, { etag: string; files: TreeFile[] }>();

  constructor(private readonly urlReader: UrlReaderService) {}

  /**
   * The files of a tree that pass the filter, sorted by path.
   *
   * @throws Error that names the location if it can't be read
   */
  async read(location: FileTreeLocation, filter: (path: string) => boolean, signal?: AbortSignal): Promise<TreeFile[]> {
    const files =
      'folder' in location
        ? await readFolder(resolve(location.folder), filter, signal)
        : await this.readUrl(location.url, filter, signal);
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /**
   * The files at a URL, unless they still have the etag.
   *
   * @returns undefined if nothing changed
   * @throws Error of the URL reader
   */
  async readChanged(
    url: string,
    filter: (path: string) => boolean,
    etag?: string,
    signal?: AbortSignal,
  ): Promise<{ etag: string; files: TreeFile[] } | undefined> {
    try {
      const tree = await this.urlReader.readTree(url, {
        filter: (path, info) => filter(path) && (info?.size ?? 0) <= maxFileBytes,
        ...(etag ? { etag } : {}),
        ...(signal ? { signal } : {}),
      });
      const files: TreeFile[] = [];
      for (const file of await tree.files()) {
        files.push({ path: file.path, text: (await file.content()).toString('utf8') });
      }
      return { etag: tree.etag, files };
    } catch (error) {
      if ((error as Error).name === 'NotModifiedError' && etag) return undefined;
      throw error;
    }
  }

  /**
   * One file, unless it still has the etag.
   *
   * @returns undefined if it did not change
   * @throws Error of the URL reader; `NotFoundError` if there is none
   */
  async readFile(
    url: string,
    etag?: string,
    signal?: AbortSignal,
  ): Promise<{ etag?: string; text: string } | undefined> {
    try {
      const file = await this.urlReader.readUrl(url, { ...(etag ? { etag } : {}), ...(signal ? { signal } : {}) });
      const text = (await file.buffer()).toString('utf8');
      return { text, ...(file.etag ? { etag: file.etag } : {}) };
    } catch (error) {
      if ((error as Error).name === 'NotModifiedError' && etag) return undefined;
      throw error;
    }
  }

  private async readUrl(url: string, filter: (path: string) => boolean, signal?: AbortSignal): Promise<TreeFile[]> {
    const last = this.lastReadings.get(url);
    const changed = await this.readChanged(url, filter, last?.etag, signal);
    if (changed) this.lastReadings.set(url, changed);
    return [...(changed ?? last!).files];
  }
}

async function readFolder(
  root: string,
  filter: (path: string) => boolean,
  signal: AbortSignal | undefined,
): Promise<TreeFile[]> {
  const files: TreeFile[] = [];
  const visit = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      signal?.throwIfAborted();
      const full = join(folder, entry.name);
      const path = relative(root, full).split(sep).join('/');
      // Links are not followed: a tree must not reach out of its root.
      if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git') await visit(full);
      else if (entry.isFile() && filter(path) && (await stat(full)).size <= maxFileBytes) {
        files.push({ path, text: await readFile(full, 'utf8') });
      }
    }
  };
  await visit(root);
  return files;
}
