// Reads one document as an own check: of our own kind, or a ValidatingAdmissionPolicy as it is.
import type { Severity } from '@maturity-roadmap/engine';
import { severities } from '@maturity-roadmap/engine';
import type { MatchConstraints, NamedExpression, OwnCheck, Validation } from './OwnCheck';

/** A field that can't be used, with the keys that lead to it. */
export interface FieldProblem {
  path: readonly (string | number)[];
  message: string;
}

interface Document {
  kind?: unknown;
  metadata?: { name?: unknown; annotations?: Record<string, unknown> };
  spec?: Record<string, unknown>;
}

/** Topic of policies that name none. */
const defaultTopic = 'policy-enforcement';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

class FieldReader {
  readonly problems: FieldProblem[] = [];

  constructor(private readonly spec: Record<string, unknown>) {}

  text(field: string, fallback?: string): string {
    const value = this.spec[field];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (value === undefined && fallback !== undefined) return fallback;
    this.problems.push({ path: ['spec', field], message: `spec.${field} must be text: add it.` });
    return fallback ?? '';
  }

  severity(): Severity {
    const value = this.text('severity', 'medium') as Severity;
    if (severities.includes(value)) return value;
    this.problems.push({
      path: ['spec', 'severity'],
      message: `spec.severity must be one of ${severities.join(', ')}.`,
    });
    return 'medium';
  }

  expressions<T>(field: string, needed: readonly string[]): T[] {
    const value = this.spec[field] ?? [];
    const list = Array.isArray(value) ? value : [value];
    return list.flatMap((item, at) => {
      const missing = needed.find(key => !isRecord(item) || typeof item[key] !== 'string');
      if (missing === undefined) return [item as T];
      const message = `spec.${field}[${at}].${missing} must be text: add it.`;
      this.problems.push({ path: ['spec', field, at], message });
      return [];
    });
  }
}

function metadataOf(document: Document): Record<string, unknown> {
  if (document.kind !== 'ValidatingAdmissionPolicy') return document.spec ?? {};
  const name = String(document.metadata?.name ?? '');
  const own = Object.entries(document.metadata?.annotations ?? {})
    .filter(([key]) => key.startsWith('maturity/'))
    .map(([key, value]) => [
      key.slice('maturity/'.length),
      value === 'true' || value === 'false' ? value === 'true' : value,
    ]);
  return {
    topic: defaultTopic,
    title: `Admission policy ${name} holds`,
    why: 'The cluster is to refuse what violates this policy. What was admitted before it came shows here.',
    remediation: 'Change the object as the message says.',
    appliesWhen: 'The policy is about the workload or its pods.',
    ...document.spec,
    ...Object.fromEntries(own),
  };
}

/**
 * Reads a document.
 *
 * @returns the check, with what could not be used of it; undefined if the document is not about a check
 */
export function readDocument(document: unknown): { own: OwnCheck; problems: FieldProblem[] } | undefined {
  if (!isRecord(document)) return undefined;
  const { kind, metadata } = document as Document;
  if (kind !== 'Check' && kind !== 'ValidatingAdmissionPolicy') return undefined;
  const spec = metadataOf(document);
  const reader = new FieldReader(spec);
  const id = typeof metadata?.name === 'string' ? metadata.name : '';
  if (!/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(id))
    reader.problems.push({
      path: ['metadata', 'name'],
      message: 'metadata.name must be the id of the check, in kebab-case.',
    });
  const references = Array.isArray(spec.references) ? spec.references.filter(one => typeof one === 'string') : [];
  const own: OwnCheck = {
    id,
    topic: reader.text('topic'),
    severity: reader.severity(),
    advice: spec.advice === true,
    title: reader.text('title'),
    why: reader.text('why', ''),
    remediation: reader.text('remediation'),
    appliesWhen: reader.text('appliesWhen', 'always'),
    references,
    since: reader.text('since', '1.0'),
    matchConditions: reader.expressions<NamedExpression>('matchConditions', ['expression']),
    variables: reader.expressions<NamedExpression>('variables', ['name', 'expression']),
    validations: reader.expressions<Validation>('validations', ['expression']),
    params: spec.params ?? null,
    ...(kind === 'Check' ? {} : { constraints: (spec.matchConstraints ?? {}) as MatchConstraints }),
  };
  if (own.validations.length === 0)
    reader.problems.push({
      path: ['spec', 'validations'],
      message: 'spec.validations must hold at least one expression.',
    });
  return { own, problems: reader.problems };
}
