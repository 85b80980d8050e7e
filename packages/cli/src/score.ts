// Judges manifests without Backstage, by the same pure calls as the backend.
import { readFileSync } from 'node:fs';
import { allChecks, withPodSecurityVersion } from '@maturity-roadmap/checks';
import type {
  Check,
  Component,
  KindId,
  KubernetesObject,
  LocatedObject,
  ObjectIndex,
  ObjectRef,
  Problem,
  Report,
  Workload,
} from '@maturity-roadmap/engine';
import {
  checksInOrder,
  formatRef,
  indexManifests,
  indexRepository,
  isWorkloadKind,
  judgeComponent,
  kindIdOf,
  mapComponents,
  repositoryFileKind,
  resolveWorkloads,
  sharesOf,
  standingOf,
  unreadRepository,
} from '@maturity-roadmap/engine';
import { defaultOutline } from '@maturity-roadmap/roadmap';
import { applySettings } from './applySettings';
import type { CatalogEntry } from './readCatalog';
import { readCatalog } from './readCatalog';
import { readOwnChecks } from './readOwnChecks';
import type { Input } from './readInput';
import { readRepository } from './readInput';

/** Options of `maturity score`. */
export interface ScoreOptions {
  catalog?: string;
  repository?: string;
  podSecurityVersion?: string;
  /** Settings of checks. */
  config?: string;
  /** Files and folders with own checks. */
  checks?: string[];
}

/** What is printed of a report; what it says of topics and environments is not, and would be worked out for nothing. */
export type PrintedReport = Pick<
  Report,
  'component' | 'level' | 'nextLevel' | 'blockers' | 'score' | 'coverage' | 'verdicts'
>;

/** A report with the file that each workload came from, and the objects that fixes change. */
export interface ScoredComponent {
  report: PrintedReport;
  fileOf(workload: ObjectRef | undefined): string | undefined;
  objectOf(ref: ObjectRef): KubernetesObject | undefined;
}

/** What can be judged of manifests. */
export interface Judging {
  components: readonly Component[];
  /** Problems of the manifests and of the files that options name. */
  problems: readonly Problem[];
  judge(component: Component): ScoredComponent;
}

/** Manifests on disk stand for one cluster of this name. */
const cluster = 'manifests';

/**
 * Finds what is to be judged.
 *
 * @param observedAt - instant to give to the observation, ISO 8601
 * @throws Error if a path can't be read or an option is wrong
 */
export function prepare({ objects, problems: found }: Input, options: ScoreOptions, observedAt: string): Judging {
  const { index, problems: doubles } = indexManifests(cluster, objects, observedAt);
  const problems = [...found, ...doubles];
  const snapshot = { observedAt, clusters: new Map([[cluster, index]]) };
  const checks = checksInOrder(chooseChecks(options, problems), defaultOutline);
  const repository = options.repository
    ? indexRepository(
        readRepository(options.repository, path => repositoryFileKind(path) !== undefined),
        observedAt,
      )
    : unreadRepository({ state: 'notCollected', message: 'no repository was given (--repository)' }, observedAt);
  const entries = options.catalog ? readCatalog(readFileSync(options.catalog, 'utf8'), options.catalog, problems) : [];
  const fileOf = filesByRef(objects);
  return {
    components: componentsOf(resolveWorkloads(index), options.catalog ? entries : undefined),
    problems,
    judge: component => {
      const verdicts = judgeComponent({ ...component, repository }, snapshot, checks);
      return {
        report: {
          component: component.ref,
          ...standingOf(verdicts, defaultOutline),
          ...sharesOf(verdicts),
          verdicts,
        },
        fileOf: workload => workload && fileOf.get(formatRef(workload)),
        objectOf: ref => objectIn(index, ref),
      };
    },
  };
}

function objectIn(index: ObjectIndex, { apiVersion, kind, namespace = '', name }: ObjectRef) {
  const id: KindId | undefined = kindIdOf(apiVersion, kind);
  return id && index.get(id, namespace, name);
}

/** The checks as the options want them. */
function chooseChecks(
  { podSecurityVersion, config, checks: own }: ScoreOptions,
  problems: Problem[],
): readonly Check[] {
  const known = podSecurityVersion ? withPodSecurityVersion(allChecks, podSecurityVersion) : allChecks;
  const checks = own ? [...known, ...readOwnChecks(own, known, problems)] : known;
  if (!config) return checks;
  return applySettings(checks, readFileSync(config, 'utf8'), config, problems);
}

const nameOf = ({ namespace, kind, name }: Workload) => `${namespace}/${kind}/${name}`;

/** By the catalog's entities where there is one, else each top-level workload by itself. */
function componentsOf(workloads: readonly Workload[], entries: readonly CatalogEntry[] | undefined): Component[] {
  if (!entries) return workloads.map(workload => ({ ref: nameOf(workload), workloads: [workload] }));
  const mapping = mapComponents(
    entries.map(({ selector }) => selector),
    workloads,
  );
  return entries.map(({ selector, dockerfile, entity }) => ({
    entity,
    ref: selector.component,
    workloads: mapping.workloads.get(selector.component) ?? [],
    ...(dockerfile ? { dockerfile } : {}),
  }));
}

/** The file of each workload: nothing else is asked for. */
function filesByRef(objects: readonly LocatedObject[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const { object, file } of objects) {
    const { apiVersion, kind, metadata } = object;
    if (!isWorkloadKind(kind)) continue;
    const ref: ObjectRef = { cluster, apiVersion, kind, name: metadata.name };
    files.set(formatRef(metadata.namespace ? { ...ref, namespace: metadata.namespace } : ref), file);
  }
  return files;
}
