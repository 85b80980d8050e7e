// The roadmaps, read at run time and again when asked, so that a change shows without rebuilding.
import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
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

/** Keeps the roadmaps that were read last. */
export class ContentStore {
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
      const where = describeLocation(this.location);
      throw new ServiceUnavailableError(`The roadmap can't be read from ${where}. Check maturity.content in app-config.`);
    }
    return this.content;
  }

  /**
   * One roadmap; the first where no id is given.
   *
   * @throws NotFoundError that lists the ids there are
   */
  async roadmap(id?: string): Promise<Roadmap> {
    const { roadmaps } = await this.get();
    const roadmap = id === undefined ? roadmaps[0] : roadmaps.find(one => one.id === id);
    if (roadmap) return roadmap;
    const ids = roadmaps.map(one => one.id).join(', ') || 'none';
    throw new NotFoundError(`There is no roadmap "${id ?? ''}". Roadmaps: ${ids}.`);
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
      this.readAt = this.now();
    } catch (error) {
      this.logger.error(`content at ${describeLocation(this.location)} can't be read: ${errorMessage(error)}`);
      this.readAt = this.now();
    }
  }
}
