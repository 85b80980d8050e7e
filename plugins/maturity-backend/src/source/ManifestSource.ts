// Sets of manifests that stand for clusters, from a folder or a repository URL.
import { errorMessage, parseManifests } from '@maturity-roadmap/engine';
import type { Source, SourceReading } from '@maturity-roadmap/backstage-plugin-maturity-node';
import type { FileTreeLocation, FileTreeReader, TreeFile } from '../files/FileTreeReader';
import { describeLocation } from '../files/FileTreeReader';

/** @public */
export interface ManifestSourceOptions {
  location: FileTreeLocation;
  /** Name of the cluster that the whole tree stands for; without it each folder at the top is a cluster. */
  cluster?: string;
}

const isManifest = (path: string) => /\.(ya?ml|json)$/.test(path);

/** Reads manifests. */
export class ManifestSource implements Source {
  readonly name: string;
  /** Environments seen so far, so that a location which fails later still answers for them. */
  private environments: string[];

  constructor(
    private readonly options: ManifestSourceOptions,
    private readonly trees: FileTreeReader,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.name = `manifests at ${describeLocation(options.location)}`;
    this.environments = options.cluster ? [options.cluster] : [];
  }

  async read(_kinds: ReadonlySet<string>, signal: AbortSignal): Promise<SourceReading[]> {
    const observedAt = this.now().toISOString();
    let files: TreeFile[];
    try {
      files = await this.trees.read(this.options.location, isManifest, signal);
    } catch (error) {
      if (signal.aborted || this.environments.length === 0) throw new Error(this.explain(error));
      return this.environments.map(name => ({ ...emptyReading(name, observedAt), error: this.explain(error) }));
    }
    const readings = this.parse(files, observedAt);
    this.environments = readings.map(reading => reading.environment);
    return readings;
  }

  private parse(files: readonly TreeFile[], observedAt: string): SourceReading[] {
    const readings = new Map<string, SourceReading>();
    if (this.options.cluster) readings.set(this.options.cluster, emptyReading(this.options.cluster, observedAt));
    for (const { path, text } of files) {
      const environment = this.options.cluster ?? path.slice(0, Math.max(0, path.indexOf('/')));
      // A file beside the clusters' folders belongs to none of them.
      if (!environment) continue;
      let reading = readings.get(environment);
      if (!reading) readings.set(environment, (reading = emptyReading(environment, observedAt)));
      const { objects, problems } = parseManifests(text, path);
      for (const object of objects) reading.objects.push(object);
      reading.problems.push(...problems);
    }
    return [...readings.values()];
  }

  private explain(error: unknown): string {
    return `can't read ${this.name}: ${errorMessage(error)}. Check maturity.manifests in app-config.`;
  }
}

function emptyReading(environment: string, observedAt: string): SourceReading {
  return { environment, type: 'manifests', observedAt, objects: [], states: new Map(), problems: [] };
}
