// The roadmaps of all places: the one by which components are judged, and further ones beside it.
import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { errorMessage } from '@maturity-roadmap/engine';
import type { ContentProblem, Roadmap } from '@maturity-roadmap/roadmap';
import type { FileTreeLocation, FileTreeReader } from '../files/FileTreeReader';
import type { Content } from './ContentPlace';
import { ContentPlace } from './ContentPlace';

/** Keeps the roadmaps that were read last. */
export class ContentStore {
  private readonly places: readonly ContentPlace[];

  /**
   * @param locations - the first holds the roadmap by which components are judged
   * @param maxAge - milliseconds from which a place is read again when someone asks
   */
  constructor(locations: readonly FileTreeLocation[], trees: FileTreeReader, logger: LoggerService, maxAge?: number) {
    this.places = locations.map(location => new ContentPlace(location, trees, logger, maxAge));
  }

  /**
   * The content of all places. A further place that can't be read is a problem of its own.
   *
   * @throws ServiceUnavailableError if the first never could be read
   */
  async get(): Promise<Content> {
    const [first, ...further] = this.places;
    const [content, ...others] = await Promise.all([first.get(), ...further.map(contentOrProblem)]);
    const roadmaps: Roadmap[] = [...content.roadmaps];
    const problems: ContentProblem[] = [...content.problems];
    others.forEach((other, at) => {
      problems.push(...other.problems);
      for (const roadmap of other.roadmaps) {
        if (!roadmaps.some(({ id }) => id === roadmap.id)) roadmaps.push(roadmap);
        else {
          const message = `roadmap id "${roadmap.id}" is taken by another place: choose another id.`;
          problems.push({ file: further[at].name, line: 1, message });
        }
      }
    });
    return { roadmaps, problems };
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
}

async function contentOrProblem(place: ContentPlace): Promise<Content> {
  try {
    return await place.get();
  } catch (error) {
    return { roadmaps: [], problems: [{ file: place.name, line: 1, message: errorMessage(error) }] };
  }
}
