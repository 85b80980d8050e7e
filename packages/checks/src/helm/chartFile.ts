// Reads the YAML files of a chart. Whatever stands in them, there is an answer.
import type { RepositoryFile } from '@maturity-roadmap/engine';
import { isMap, isPair, isScalar, parseDocument, visit } from 'yaml';
import { parsedOnce } from '../repository/parsedOnce';

export interface ChartFile {
  content: Record<string, unknown>;
  /** Why nothing could be read; the content is empty then. */
  problem?: string;
  /** Field paths of images by the tag `latest`. */
  latest: readonly string[];
}

/** The problem of a file of comments alone. */
export const empty = 'it is empty';

const asText = (node: unknown) => (isScalar(node) ? String(node.value) : '');

/** `image: { tag: latest }` and `image: name:latest`, however deep they stand. */
function latestImages(document: ReturnType<typeof parseDocument>): string[] {
  const found: string[] = [];
  visit(document, {
    Pair(_position, pair, ancestors) {
      const key = asText(pair.key);
      const value = asText(pair.value);
      const path = [...ancestors.filter(isPair), pair].map(one => asText(one.key)).join('.');
      if (/image$/i.test(key) && /[^:]:latest$/.test(value)) found.push(path);
      if (key !== 'tag' || value !== 'latest') return;
      const holder = ancestors.filter(isPair).at(-1);
      const siblings = ancestors.at(-1);
      const isImage = /image$/i.test(asText(holder?.key)) || (isMap(siblings) && siblings.has('repository'));
      if (isImage) found.push(path);
    },
  });
  return found;
}

function read({ text }: RepositoryFile): ChartFile {
  const broken = (problem: string): ChartFile => ({ content: {}, problem, latest: [] });
  try {
    // Pretty errors quote the source, which may hold secrets.
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
    const [error] = document.errors;
    if (error) return broken(error.message.split('\n')[0]);
    const content: unknown = document.toJS();
    if (content === null) return broken(empty);
    if (typeof content !== 'object' || Array.isArray(content)) return broken('it is no mapping');
    return { content: content as Record<string, unknown>, latest: latestImages(document) };
  } catch {
    return broken('it is nested too deeply, or aliases of it never end');
  }
}

export const readChartFile = parsedOnce(read);
