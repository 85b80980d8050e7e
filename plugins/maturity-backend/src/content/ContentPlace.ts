// One place that holds roadmaps, read at run time and again when asked, so that a change shows without rebuilding.
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { errorMessage } from '@maturity-roadmap/engine';
import type { ContentProblem, Roadmap } from '@maturity-roadmap/roadmap';
import { parseContent } from '@maturity-roadmap/roadmap';
import type { FileTreeLocation, FileTreeReader } from '../files/FileTreeReader';
import { describeLocation } from '../files/FileTreeReader';

const isContent = (path: string) => /(^|\/)(roadmap\.yaml|topics\/[^/]+\.md)$/.test(path);

/** What was read of the content. */
export interface Content {
  roadmaps: readonly Roadmap[];
  problems: readonly ContentProblem[];
}

/** Keeps the roadmaps of a place that were read last. */
export class ContentPlace {
  private content: Content | undefined;
  private readAt = 0;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly location: FileTreeLocation,
    private readonly trees: FileTreeReader,
    private readonly logger: LoggerService,
    /** Age in milliseconds from which the content is read again when someone asks. */
    private readonly maxAge = 'folder' in location ? 2_000 : 60_000,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * The content, read again if it is old. If that fails the last reading stays.
   *
   * @throws ServiceUnavailableError if it never could be read
   */
  async get(): Promise<Content> {
    if (!this.content || this.now() - this.readAt >= this.maxAge) {
      this.reading ??= this.refresh().finally(() => {
        this.reading = undefined;
      });
      await this.reading;
    }
    if (!this.content) {
      throw new ServiceUnavailableError(
        `The roadmap can't be read from ${this.name}. Check maturity.content and maturity.furtherContent in app-config.`,
      );
    }
    return this.content;
  }

  /** The location as one line, for messages. */
  get name(): string {
    return describeLocation(this.location);
  }

  private async refresh(): Promise<void> {
    try {
      const parsed = parseContent(await this.trees.read(this.location, isContent));
      const isNew = (problem: ContentProblem) =>
        !this.content?.problems.some(old => old.file === problem.file && old.message === problem.message);
      for (const problem of parsed.problems.filter(isNew)) {
        this.logger.warn(`content ${problem.file}:${problem.line}: ${problem.message}`);
      }
      if (parsed.roadmaps.length > 0 || !this.content) this.content = parsed;
    } catch (error) {
      this.logger.error(`content at ${this.name} can't be read: ${errorMessage(error)}`);
    }
    this.readAt = this.now();
  }
}
