// The organisation and its components as the API shows them.
import type {
  ComponentPage,
  OrganisationSummary,
  Share,
  UnmappedView,
} from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Verdict } from '@maturity-roadmap/engine';
import { annotations, topicsOfTier } from '@maturity-roadmap/engine';
import type { Roadmap } from '@maturity-roadmap/roadmap';
import type { ListedReport } from '../../store/componentList';
import type { Queries } from '../../store/queries';
import { nameOf } from '../../store/componentList';
import type { StoredSource, UnmappedWorkload } from '../../store/SourceStore';
import type { Visible } from '../../store/visibility';
import { adviceMark, noShare } from './checkViews';
import { transitionView } from './reportViews';
import { levelCounts } from './roadmapViews';

const unmappedLimit = 100;

/** What the organisation's page shows. */
export function organisationSummary(
  roadmap: Roadmap,
  found: {
    /** Topics that only advice speaks about. */
    adviceTopics: ReadonlySet<string>;
    levels: Awaited<ReturnType<Queries['levels']>>;
    topics: Map<string, Map<string, Share>>;
    movers: Awaited<ReturnType<Queries['transitions']>>;
    unknowns: OrganisationSummary['unknowns'];
    sources: readonly StoredSource[];
    environment?: string;
    visible: Visible;
  },
): OrganisationSummary {
  const levels = levelCounts(roadmap, found.levels);
  const mean = (key: 'score' | 'coverage') => {
    const of = found.levels.reduce((sum, row) => sum + row[key].of, 0);
    return of > 0 ? { [key]: found.levels.reduce((sum, row) => sum + row[key].sum, 0) / of } : {};
  };
  const observed = observedAt(found.sources);
  return {
    components: levels.reduce((sum, level) => sum + level.components, 0),
    environments: found.sources.map(({ status }) => status.environment),
    ...(observed ? { observedAt: observed } : {}),
    levels,
    ...mean('score'),
    ...mean('coverage'),
    tiers: roadmap.tiers.map(tier => ({
      id: tier.id,
      title: tier.title,
      from: tier.from,
      to: tier.to,
      topics: topicsOfTier(tier).map(id => ({
        id,
        title: roadmap.topics.get(id)!.title,
        ...adviceMark(found.adviceTopics, id),
        ...(found.topics.get(id)?.get('') ?? noShare),
      })),
    })),
    movers: found.movers.map(transitionView),
    unknowns: found.unknowns,
    unmapped: found.sources
      .filter(({ status }) => !found.environment || status.environment === found.environment)
      .flatMap(({ unmapped }) => unmapped.map(one => unmappedView(one, found.visible)))
      .slice(0, unmappedLimit),
    sources: found.sources.map(({ status }) => status),
  };
}

/** A component that the caller may not see is not named to them. */
function unmappedView({ ref, names, nearest }: UnmappedWorkload, visible: Visible): UnmappedView {
  const shown = nearest && (!visible || visible.has(nearest.component)) ? nearest : undefined;
  return { ...ref, ...(shown ? { nearest: shown } : {}), suggestion: suggestionFor(ref.name, names, shown) };
}

/** With a near component, its side; without one, the label by which any component claims the workload. */
function suggestionFor(name: string, [id = name]: readonly string[], nearest: UnmappedWorkload['nearest']) {
  return nearest
    ? {
        to: 'entity' as const,
        yaml: `metadata:\n  annotations:\n    ${annotations.kubernetesLabelSelector}: app.kubernetes.io/name=${id}\n`,
      }
    : { to: 'workload' as const, yaml: `metadata:\n  labels:\n    ${annotations.kubernetesId}: ${id}\n` };
}

/** The newest instant at which any environment was read. */
export function observedAt(sources: readonly StoredSource[]): string | undefined {
  return sources
    .flatMap(({ status }) => status.observedAt ?? [])
    .sort()
    .at(-1);
}

/** A page of the table of components. */
export function componentPage(
  roadmap: Roadmap,
  { rows, total }: { rows: ListedReport[]; total: number },
  topics?: ReadonlyMap<string, ReadonlyMap<string, Verdict>>,
  before?: ReadonlyMap<string, { day: string; score: number }>,
): ComponentPage {
  const titles = new Map(roadmap.levels.map(level => [level.id, level.title]));
  const beforeOf = (ref: string) => {
    const then = before?.get(ref);
    return then ? { scoreBefore: then } : {};
  };
  return {
    total,
    items: rows.map(row => ({
      ...nameOf(row),
      level: row.level,
      levelTitle: titles.get(row.level) ?? row.level,
      blockers: row.blockers,
      ...(row.score === null ? {} : { score: row.score }),
      ...(row.coverage === null ? {} : { coverage: row.coverage }),
      ...beforeOf(row.component_ref),
      workloads: row.workloads,
      observedAt: row.observed_at,
      changedAt: row.changed_at,
      ...(topics ? { topics: Object.fromEntries(topics.get(row.component_ref) ?? []) } : {}),
    })),
  };
}
