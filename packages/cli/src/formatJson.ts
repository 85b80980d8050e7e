// The result as JSON, in the shape that pipelines depend on.
import type { Change, Evidence, Fix, ObjectRef, VerdictRecord } from '@maturity-roadmap/engine';
import { kindOfChange } from '@maturity-roadmap/engine';
import type { Format } from './formats';
import type { ScoredComponent } from './score';

/** Version of the shape. Fields may be added; none is renamed or removed within a version. */
export const apiVersion = 'maturity/v1';

const withoutCluster = ({ apiVersion: version, kind, namespace, name }: ObjectRef) => ({
  apiVersion: version,
  kind,
  ...(namespace ? { namespace } : {}),
  name,
});

const toEvidence = ({ object, inheritedFrom, ...rest }: Evidence) => ({
  object: withoutCluster(object),
  ...rest,
  ...(inheritedFrom ? { inheritedFrom: withoutCluster(inheritedFrom) } : {}),
});

const toChange = ({ kind: _, object, ...what }: Change) => ({ object: withoutCluster(object), ...what });

/** The kind is written out; before there were others than patches it was not. */
function toFix({ also, ...first }: Fix) {
  const written = (change: Change) => ({ kind: kindOfChange(change), ...toChange(change) });
  return { ...written(first), ...(also ? { also: also.map(written) } : {}) };
}

function toVerdict(record: VerdictRecord, { fileOf }: ScoredComponent) {
  const { check, topic, severity, advice, verdict, reason, code, workload, evidence, fix } = record;
  const file = fileOf(workload);
  return {
    check,
    topic,
    severity,
    ...(advice ? { advice } : {}),
    verdict,
    reason,
    ...(code ? { code } : {}),
    // A namespaced object without a namespace is applied to the default one.
    ...(workload ? { workload: { ...withoutCluster(workload), namespace: workload.namespace ?? 'default' } } : {}),
    ...(file ? { file } : {}),
    evidence: evidence.map(toEvidence),
    ...(fix ? { fix: toFix(fix) } : {}),
  };
}

const toText = (value: unknown) => JSON.stringify(value, undefined, 2);
/** Text within JSON holds no line break, so that each line can be moved. */
const indented = (text: string) => text.replaceAll('\n', '\n    ');

function component(scored: ScoredComponent): string {
  const { component: ref, level, score, coverage, verdicts } = scored.report;
  return toText({
    ref,
    level,
    score: score ?? null,
    coverage: coverage ?? null,
    verdicts: verdicts.map(record => toVerdict(record, scored)),
  });
}

/** The result as JSON. */
export const jsonFormat: Format = {
  component,
  whole(components, problems) {
    const frame = toText({ apiVersion, components: [], problems });
    if (components.length === 0) return frame;
    const list = components.map(({ text }) => `    ${indented(text)}`).join(',\n');
    return frame.replace('"components": []', () => `"components": [\n${list}\n  ]`);
  },
};
