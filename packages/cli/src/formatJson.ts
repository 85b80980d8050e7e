// The result as JSON, in the shape that pipelines depend on.
import type { Evidence, ObjectRef, VerdictRecord } from '@maturity-roadmap/engine';
import type { Scored, ScoredComponent } from './score';

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
    ...(fix ? { fix: { object: withoutCluster(fix.object), operations: fix.operations } } : {}),
  };
}

/** The result as text. */
export function formatJson({ components, problems }: Scored): string {
  const plain = components.map(component => ({
    ref: component.report.component,
    level: component.report.level,
    score: component.report.score ?? null,
    coverage: component.report.coverage ?? null,
    verdicts: component.report.verdicts.map(record => toVerdict(record, component)),
  }));
  return JSON.stringify({ apiVersion, components: plain, problems }, undefined, 2);
}
