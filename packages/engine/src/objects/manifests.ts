// Reads manifests: multi-document YAML, JSON, List kinds and `kubectl get -o yaml` dumps, each object with its line.
import { CORE_SCHEMA, YAMLException, loadAll, mergeTag } from 'js-yaml';
import type { KubernetesObject, ObjectMetadata } from '../model';
import { errorMessage, kindIdOf } from '../model';
import { readYaml, splitDocuments } from '../yaml';
import { conform } from './conform';

/**
 * Something in the input that can't be used as it is. The rest is read all the same.
 *
 * @public
 */
export interface Problem {
  file: string;
  /** Counted from 1. */
  line: number;
  /** What is wrong and what to do. */
  message: string;
}

/** @public */
export interface LocatedObject {
  object: KubernetesObject;
  file: string;
  /** Line of the document that holds the object, counted from 1. */
  line: number;
}

/** @public */
export interface Manifests {
  objects: LocatedObject[];
  problems: Problem[];
}

const schema = CORE_SCHEMA.withTags(mergeTag);
/** A document of more aliases or deeper nesting is an attack, not a manifest. */
const limits = { maxAliases: 10_000, maxDepth: 200 };

/**
 * Reads the objects of a text.
 *
 * Each YAML document is read on its own, so a broken one costs only itself. Timestamps stay text. Of Secrets only
 * type-free metadata and the names of their keys are kept: their data is dropped before anything else sees it.
 *
 * @param text - YAML or JSON
 * @param file - its name, for problems
 * @public
 */
export function parseManifests(text: string, file: string): Manifests {
  const found: Manifests = { objects: [], problems: [] };
  for (const document of splitDocuments(text)) {
    try {
      for (const value of parseDocument(document.text)) collect(value, { file, line: document.line }, found);
    } catch (error) {
      found.problems.push(syntaxProblem(error, file, document.line));
    }
  }
  return found;
}

function parseDocument(text: string): unknown[] {
  if (/^\s*\{/.test(text)) {
    try {
      return [JSON.parse(text)];
    } catch {
      // Flow-style YAML also starts with a brace, and the YAML parser tells where broken JSON is broken.
    }
  }
  const value = readYaml(text);
  return value ? [value] : loadAll(text, { schema, ...limits });
}

function syntaxProblem(error: unknown, file: string, firstLine: number): Problem {
  if (error instanceof YAMLException) {
    const line = firstLine + (error.mark?.line ?? 0);
    return { file, line, message: `not valid YAML: ${error.reason}. Mend the syntax at this line.` };
  }
  return { file, line: firstLine, message: `could not be read: ${errorMessage(error)}` };
}

interface Place {
  file: string;
  line: number;
}

function collect(value: unknown, place: Place, found: Manifests): void {
  if (value === null || value === undefined) return;
  const report = (message: string) => found.problems.push({ ...place, message });
  if (!isRecord(value)) {
    report('not a Kubernetes object: a document must be a mapping with apiVersion, kind and metadata.');
    return;
  }
  const { apiVersion, kind } = value;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    report(`not a Kubernetes object: add ${typeof apiVersion === 'string' ? 'kind' : 'apiVersion'} as text.`);
    return;
  }
  if (kind.endsWith('List') && Array.isArray(value.items)) {
    const itemKind = kind === 'List' ? undefined : kind.slice(0, -'List'.length);
    for (const item of value.items) {
      // Items of a typed list carry no kind of their own.
      const whole = isRecord(item) && itemKind ? { apiVersion, kind: itemKind, ...item } : item;
      collect(whole, place, found);
    }
    return;
  }
  const metadata = readMetadata(value.metadata, kind, report);
  if (!metadata) return;
  const object = withoutSecrets(
    metadata === value.metadata ? (value as unknown as KubernetesObject) : { ...value, apiVersion, kind, metadata },
  );
  found.objects.push({ object: withoutMisfits(object, report), ...place });
}

/** What the API server would refuse is said, and the rest of the object is judged. */
function withoutMisfits(object: KubernetesObject, report: (message: string) => void): KubernetesObject {
  const id = kindIdOf(object.apiVersion, object.kind);
  if (!id) return object;
  const conformed = conform(object, id);
  for (const { path, expected, found, taken } of conformed.misfits) {
    const consequence = taken === undefined ? 'it is left out' : `it is read as ${taken}`;
    report(`${object.kind} ${object.metadata.name}: ${path} must be ${expected}, not ${found}; ${consequence}.`);
  }
  return conformed.object;
}

const isKept = (read: unknown, written: unknown) => read === undefined || read === written;

function readMetadata(value: unknown, kind: string, report: (message: string) => void): ObjectMetadata | undefined {
  const metadata = isRecord(value) ? value : {};
  const name = metadata.name ?? metadata.generateName;
  if (typeof name !== 'string' || name === '') {
    report(`${kind} without metadata.name: add a name.`);
    return undefined;
  }
  const labels = readStringMap(metadata.labels, `${kind} ${name}: metadata.labels`, report);
  const annotations = readStringMap(metadata.annotations, `${kind} ${name}: metadata.annotations`, report);
  // Nearly always nothing had to change, and a copy of every object would be made for nothing.
  if (metadata.name === name && isKept(labels, metadata.labels) && isKept(annotations, metadata.annotations))
    return metadata as unknown as ObjectMetadata;
  return { ...metadata, name, ...(labels && { labels }), ...(annotations && { annotations }) };
}

/** The API server refuses numbers and booleans here; we say so and go on with their text. */
function readStringMap(
  value: unknown,
  where: string,
  report: (message: string) => void,
): Record<string, string> | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value)) {
    report(`${where} must be a mapping of text to text.`);
    return {};
  }
  const entries = Object.entries(value);
  if (entries.every(([, entry]) => typeof entry === 'string')) return value as Record<string, string>;
  return Object.fromEntries(
    entries.map(([key, entry]) => {
      if (typeof entry !== 'string') report(`${where}.${key} must be text: put ${String(entry)} in quotes.`);
      return [key, typeof entry === 'string' ? entry : String(entry)];
    }),
  );
}

function withoutSecrets(object: KubernetesObject): KubernetesObject {
  if (object.kind !== 'Secret' || object.apiVersion !== 'v1') return object;
  const { annotations, ...metadata } = object.metadata;
  const { 'kubectl.kubernetes.io/last-applied-configuration': _, ...kept } = annotations ?? {};
  const bare = { apiVersion: object.apiVersion, kind: object.kind, metadata: { ...metadata, annotations: kept } };
  const dataKeys = secretKeys(object as unknown as Record<string, unknown>);
  return dataKeys.length > 0 ? ({ ...bare, dataKeys } as KubernetesObject) : bare;
}

/** Names of the keys of a Secret that nobody adds more to: a service account's token is put into its Secret later. */
function secretKeys({ data, stringData, type }: Record<string, unknown>): string[] {
  if (type === 'kubernetes.io/service-account-token') return [];
  return [data, stringData].flatMap(one => (isRecord(one) ? Object.keys(one) : []));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
