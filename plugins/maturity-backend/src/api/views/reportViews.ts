// A component's report as the API shows it.
import type { MappingView, ReportView, Transition } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Check, Report, Verdict } from '@maturity-roadmap/engine';
import { annotations, topicsOfTier } from '@maturity-roadmap/engine';
import type { Roadmap } from '@maturity-roadmap/roadmap';
import type { CatalogComponent } from '../../components/CatalogComponents';
import { nameOf } from '../../store/componentList';
import type { Queries } from '../../store/queries';
import type { DayScore } from '../../store/ScoreStore';
import type { StoredSource } from '../../store/SourceStore';
import type { StoredWorkload } from '../../store/storedWorkloads';
import type { Insight } from '../../scoring/Insight';
import { checkView } from './checkViews';
import { blockerEffects, inOrderOfEffort, patchViews } from './mendingViews';
import { nearestWorkloads } from './nearestWorkloads';

type TransitionRows = Awaited<ReturnType<Queries['transitions']>>;

/** All that the Maturity tab shows. */
export function reportView(found: {
  component: CatalogComponent;
  report: Report;
  roadmap: Roadmap;
  checks: readonly Check[];
  insights: readonly Insight[];
  workloads: readonly StoredWorkload[];
  transitions: TransitionRows;
  sources: readonly StoredSource[];
  scores: readonly DayScore[];
}): ReportView {
  const { component, report, roadmap, insights } = found;
  const effects = blockerEffects(report, roadmap);
  const { ref, title, owner, system } = component;
  const named = new Set(report.verdicts.map(record => record.check));
  return {
    component: { ref, title, ...(owner ? { owner } : {}), ...(system ? { system } : {}) },
    report: { ...report, blockers: inOrderOfEffort(report, effects), observedAt: observedAt(report, found.sources) },
    roadmap: {
      id: roadmap.id,
      title: roadmap.title,
      levels: roadmap.levels.map(level => ({ id: level.id, title: level.title })),
      tiers: roadmap.tiers.map(tier => ({
        id: tier.id,
        title: tier.title,
        from: tier.from,
        to: tier.to,
        topics: topicsOfTier(tier).map(id => ({ id, title: roadmap.topics.get(id)!.title })),
      })),
    },
    checks: Object.fromEntries(
      found.checks.filter(({ id }) => named.has(id)).map(check => [check.id, checkView(check)]),
    ),
    transitions: found.transitions.map(transitionView),
    scores: found.scores.map(({ day, score }) => ({ day, ...(score === null ? {} : { score }) })),
    mapping: mappingView(component, report, found.sources),
    sources: sourcesOf(report, found.sources),
    diagnoses: insights.flatMap(({ diagnoses }) => diagnoses),
    patches: patchViews(report, found.workloads, insights),
    effects,
    deliveries: insights.flatMap(({ deliveries }) => deliveries),
  };
}

/** A stored report is as old as its last change; what it says was seen again each time its environments were read. */
function observedAt(report: Report, sources: readonly StoredSource[]): string {
  const names = new Set(report.workloads.map(workload => workload.cluster));
  const seen = sources.flatMap(({ status }) => (names.has(status.environment) ? (status.observedAt ?? []) : []));
  return seen.sort()[0] ?? report.observedAt;
}

function sourcesOf(report: Report, sources: readonly StoredSource[]) {
  const names = new Set(report.workloads.map(workload => workload.cluster));
  return sources
    .filter(({ status }) => names.has(status.environment))
    .map(({ status }) => ({ ...status, problems: [] }));
}

function mappingView(component: CatalogComponent, report: Report, sources: readonly StoredSource[]): MappingView {
  const { selector } = component;
  const nearest = report.workloads.length === 0 ? nearestWorkloads(component, sources) : [];
  const within = [
    selector.namespace && `namespace ${selector.namespace}`,
    selector.cluster && `cluster ${selector.cluster}`,
  ];
  const what = selector.selector
    ? `the label selector of the annotation ${annotations.kubernetesLabelSelector}`
    : `the label ${annotations.kubernetesId}=${selector.id}`;
  return {
    lookedFor: [what, ...within.filter(Boolean)].join(', '),
    suggestion: `metadata:\n  labels:\n    ${annotations.kubernetesId}: ${selector.id}\n`,
    ...(selector.problem ? { problem: selector.problem } : {}),
    nearest,
  };
}

/** A transition as it was stored. */
export function transitionView(row: TransitionRows[number]): Transition {
  return {
    id: row.id,
    component: nameOf(row),
    at: row.at,
    ...(row.check_id ? { check: row.check_id } : {}),
    ...(row.topic ? { topic: row.topic } : {}),
    ...(row.environment ? { environment: row.environment } : {}),
    ...(row.workload ? { workload: row.workload } : {}),
    ...(row.from ? { from: row.from as Verdict } : {}),
    to: row.to as Verdict,
    reason: row.reason,
    ...(row.evidenceBefore ? { evidenceBefore: row.evidenceBefore } : {}),
    ...(row.evidenceAfter ? { evidenceAfter: row.evidenceAfter } : {}),
    ...(row.cause ? { cause: row.cause } : {}),
  };
}
