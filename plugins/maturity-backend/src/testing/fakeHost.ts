// A host of repositories behind a URL reader, which counts what it is asked.
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError, NotModifiedError } from '@backstage/errors';

/** One repository. */
export interface FakeRepository {
  etag: string;
  files: Record<string, string>;
}

/** What was asked. */
export interface Asked {
  url: string;
  outcome: 'changed' | 'unchanged' | 'failed';
  at: number;
}

/** Repositories by URL. Requests below a URL find it too. */
export class FakeHost {
  readonly repositories = new Map<string, FakeRepository>();
  readonly asked: Asked[] = [];
  /** In place of every answer. */
  failure?: Error;
  /** Whether files can be listed; without it they are to be asked for one by one. */
  lists = true;

  constructor(private readonly now: () => number = Date.now) {}

  /** As components' repositories are read. */
  readonly reader: UrlReaderService = mockServices.urlReader.mock({
    readTree: async (url, options) => {
      if (!this.lists) throw new Error('FetchUrlReader does not implement readTree');
      const { etag, files } = this.find(url, options?.etag);
      const below = Object.entries(files).filter(([path]) => options?.filter?.(path) ?? true);
      this.note(url, 'changed');
      return {
        etag,
        files: async () => below.map(([path, text]) => ({ path, content: async () => Buffer.from(text) })),
      } as never;
    },
    readUrl: async (url, options) => {
      const [, root, path] = /^(.*\/r\d+\/)(.*)$/.exec(url) ?? [];
      const { etag, files } = this.find(root, options?.etag, url);
      if (files[path] === undefined) {
        this.note(url, 'failed');
        throw new NotFoundError(`could not read ${url}, 404 Not Found`);
      }
      this.note(url, 'changed');
      return { etag, buffer: async () => Buffer.from(files[path]) } as never;
    },
  });

  private find(url: string, etag: string | undefined, asked = url): FakeRepository {
    if (this.failure) {
      this.note(asked, 'failed');
      throw this.failure;
    }
    const repository = this.repositories.get(url);
    if (!repository) {
      this.note(asked, 'failed');
      throw new NotFoundError(`Request failed for ${url}, 404 Not Found`);
    }
    if (repository.etag !== etag) return repository;
    this.note(asked, 'unchanged');
    throw new NotModifiedError();
  }

  private note(url: string, outcome: Asked['outcome']): void {
    this.asked.push({ url, outcome, at: this.now() });
  }
}
