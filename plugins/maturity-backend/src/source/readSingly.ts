// Reads the files of a repository one by one, from hosts that can't list them.
import { repositoryFileKind } from '@maturity-roadmap/engine';
import { failureOf } from '../files/failureOf';
import type { FileTreeReader } from '../files/FileTreeReader';
import type { SingleFile } from './TreeMemory';

/** Milliseconds for which a file that is not there is not asked for again. */
const missingFor = 60 * 60_000;

/** Names that files have at the root of nearly every repository that has them. */
const commonNames = [
  'Dockerfile Containerfile .dockerignore compose.yaml compose.yml docker-compose.yml docker-compose.yaml',
  'Chart.yaml values.yaml .gitlab-ci.yml Jenkinsfile azure-pipelines.yml bitbucket-pipelines.yml',
  'package.json package-lock.json yarn.lock pnpm-lock.yaml go.mod go.sum pom.xml build.gradle requirements.txt',
  'pyproject.toml poetry.lock Cargo.toml Cargo.lock Gemfile Gemfile.lock',
]
  .join(' ')
  .split(' ');

/** What reading singly takes. */
export interface SingleReading {
  trees: FileTreeReader;
  /** Of the folder, with a slash at the end. */
  url: string;
  /** Files to ask for beside those with common names. */
  named: readonly string[];
  known: readonly SingleFile[];
  now: Date;
  /** Called before each request; false ends the reading. */
  spend(): boolean;
}

/**
 * Asks for each file whose name is common. What was not there a while ago is not asked for again, nor is anything
 * once the budget is spent: what is known of it stays.
 *
 * @throws Error of the URL reader, unless it says that there is no such file
 */
export async function readSingly(reading: SingleReading, signal: AbortSignal): Promise<SingleFile[]> {
  const { trees, url, named, known, now, spend } = reading;
  const before = new Map(known.map(file => [file.path, file]));
  const wanted = new Set([...named.filter(path => repositoryFileKind(path)), ...commonNames]);
  const found: SingleFile[] = [];
  for (const path of wanted) {
    const last = before.get(path);
    const isMissing = last?.missingUntil !== undefined && last.missingUntil > now.toISOString();
    if (isMissing || !spend()) {
      if (last) found.push(last);
      continue;
    }
    try {
      const changed = await trees.readFile(new URL(path, url).toString(), last?.etag, signal);
      found.push(changed ? { path, ...changed } : last!);
    } catch (error) {
      if (failureOf(error).kind !== 'refused') throw error;
      found.push({ path, missingUntil: new Date(now.getTime() + missingFor).toISOString() });
    }
  }
  return found;
}
