// Reads one compose file: its data, and the tags that say how it is merged over others.
import type { RepositoryFile } from '@maturity-roadmap/engine';
import { errorMessage } from '@maturity-roadmap/engine';
import type { Document } from 'yaml';
import { LineCounter, isPair, isScalar, parseAllDocuments, visit } from 'yaml';
import { parsedOnce } from '../parsedOnce';

export type Mapping = Record<string, unknown>;

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface ComposeProblem {
  file: RepositoryFile;
  /** `line 3`, or a field path. */
  path: string;
  message: string;
}

export interface ComposeFile {
  file: RepositoryFile;
  data: Mapping;
  /** Field paths by the tags `!reset` and `!override`. See https://docs.docker.com/reference/compose-file/merge/ */
  tagged: ReadonlyMap<string, '!reset' | '!override'>;
  problems: readonly ComposeProblem[];
  /** Further documents of the same file, each laid over those before it. */
  following: readonly ComposeFile[];
}

/** After `$$`, `$NAME` and `${NAME…}` are taken away, compose accepts no dollar sign. */
const interpolation = /\$\$|\$[a-z_]\w*|\$\{[a-z_]\w*(:?[-+?]([^{}]|\$\{[^}]*\})*)?\}/gi;

const empty = (file: RepositoryFile): ComposeProblem => ({ file, path: 'line 1', message: 'it is no mapping' });

function read(file: RepositoryFile): ComposeFile {
  const lines = new LineCounter();
  // Pretty errors quote the source, which may hold secrets.
  const documents = parseAllDocuments(file.text, {
    merge: true,
    prettyErrors: false,
    lineCounter: lines,
    logLevel: 'error',
  });
  const [first = { file, data: {}, tagged: new Map(), problems: [empty(file)], following: [] }, ...following] = [
    ...documents,
  ].map(document => readDocument(document, file, lines));
  return { ...first, following };
}

function readDocument(document: Document.Parsed, file: RepositoryFile, lines: LineCounter): ComposeFile {
  const at = (position?: number) => `line ${position === undefined ? 1 : lines.linePos(position).line}`;
  const problems = document.errors.map(error => ({
    file,
    path: at(error.pos[0]),
    message: error.message.split('\n')[0],
  }));
  const tagged = new Map<string, '!reset' | '!override'>();
  visit(document, {
    Pair(_key, pair, ancestors) {
      if (isScalar(pair.key) && /^(number|boolean)$/.test(typeof pair.key.value))
        problems.push({ file, path: at(pair.key.range?.[0]), message: 'a key must be text: put it in quotes' });
      const tag = (pair.value as { tag?: string } | null)?.tag;
      if (tag !== '!reset' && tag !== '!override') return;
      const keys = [...ancestors.filter(isPair), pair].map(one => String(isScalar(one.key) ? one.key.value : one.key));
      tagged.set(keys.join('.'), tag);
    },
    Scalar(key, scalar) {
      if (key === 'key' || typeof scalar.value !== 'string' || !scalar.value.replace(interpolation, '').includes('$'))
        return;
      problems.push({ file, path: at(scalar.range?.[0]), message: 'a dollar sign that is no variable is written $$' });
    },
  });
  try {
    const data: unknown = problems.length > 0 && document.errors.length > 0 ? {} : document.toJS();
    if (isMapping(data)) return { file, data, tagged, problems, following: [] };
    problems.push(empty(file));
  } catch (error) {
    problems.push({ file, path: 'line 1', message: errorMessage(error) });
  }
  return { file, data: {}, tagged, problems, following: [] };
}

/** Never throws: what can't be read is among the problems. */
export const readComposeFile = parsedOnce(read);
