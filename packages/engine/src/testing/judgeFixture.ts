// Judges one fixture of a check: a manifest, a Dockerfile or a folder of repository files.
import type { Check } from '../checks';
import { configureChecks, evaluateCheck } from '../checks';
import type { CheckResult, KindId, KindState, KubernetesObject } from '../model';
import { kindDefinitions } from '../model';
import type { ObjectIndex } from '../objects';
import { indexManifests, parseManifests } from '../objects';
import { indexRepository } from '../repository';
import { resolveWorkloads } from '../workloads';

/**
 * A fixture: named by the verdict it must get, with one or more files.
 *
 * @public
 */
export interface Fixture {
  /** `pass.yaml`, `fail-no-policy.yaml`, `unknown-forbidden.yaml`, `fail-root.Dockerfile`, or a folder's name. */
  name: string;
  files: readonly { path: string; text: string }[];
}

/** What is done to an object before it is indexed; nothing unless a test says so. */
type Prepare = (object: KubernetesObject) => KubernetesObject;
const asItIs: Prepare = object => object;

/** @public */
export interface FixtureOutcome {
  result: CheckResult;
  /** Text of the `# expect:` line: part of the reason that must be given. */
  expectedReason?: string;
  index: ObjectIndex;
}

/** Instant at which fixtures are observed. */
const observedAt = '2026-01-01T12:00:00Z';

/** The file of a fixture folder that holds the cluster's objects; all its other files are the repository's. */
const clusterFile = 'cluster.yaml';

/**
 * Judges a fixture.
 *
 * For a check of workloads the objects are the cluster, and the subject is the first workload in the order of the
 * index, unless one carries the annotation `maturity/subject`. For a check of repositories a lone file is its
 * Dockerfile, and a folder is its root, in which `cluster.yaml` holds the component's workloads.
 *
 * Comment lines steer: `# expect: <part of the reason>`, `# state: <kind id>=<state>`, and `# settings: <JSON>` for what
 * an installation sets for the check.
 *
 * @param prepare - done to each object before it is indexed, such as leaving out what is not retained
 * @throws Error if the fixture can't be read or has no subject: a mistake of its author
 * @public
 */
export function judgeFixture(
  written: Check,
  fixture: Fixture,
  prepare: (object: KubernetesObject) => KubernetesObject = asItIs,
): FixtureOutcome {
  const check = configured(written, fixture);
  const expectedReason = directives(fixture, 'expect')[0];
  const isCluster = (path: string) => check.subject === 'workload' || path === clusterFile;
  const cluster = clusterOf(fixture, isCluster, prepare);
  const workloads = resolveWorkloads(cluster);
  if (check.subject === 'repository') {
    const files = fixture.files.filter(file => !isCluster(file.path));
    const lone = fixture.files.length === 1 && files.length === 1;
    const repository = indexRepository(lone ? [{ path: 'Dockerfile', text: files[0].text }] : files, observedAt);
    applyStates(repository, fixture);
    const ref = { cluster: repository.cluster, apiVersion: 'repository/v1', kind: 'Repository', name: 'fixture' };
    return { result: evaluateCheck(check, { ref, workloads }, repository), expectedReason, index: repository };
  }
  applyStates(cluster, fixture);
  const subject = workloads.find(one => one.object.metadata.annotations?.['maturity/subject']) ?? workloads[0];
  if (!subject) throw new Error(`${fixture.name} has no workload to judge`);
  return { result: evaluateCheck(check, subject, cluster), expectedReason, index: cluster };
}

/** The check as the fixture has an installation configure it. */
function configured(check: Check, fixture: Fixture): Check {
  const [settings] = directives(fixture, 'settings');
  if (!settings) return check;
  const { checks, problems } = configureChecks([check], { [check.id]: JSON.parse(settings) as unknown });
  if (problems[0]) throw new Error(`${fixture.name}: ${problems[0].path.join('.')} ${problems[0].message}`);
  return checks[0];
}

function clusterOf(fixture: Fixture, isCluster: (path: string) => boolean, prepare: Prepare): ObjectIndex {
  const parsed = fixture.files.filter(file => isCluster(file.path)).map(file => parseManifests(file.text, file.path));
  const [problem] = parsed.flatMap(one => one.problems);
  if (problem) throw new Error(`${fixture.name}, ${problem.file}:${problem.line}: ${problem.message}`);
  return indexManifests(
    'fixture',
    parsed.flatMap(one => one.objects.map(located => ({ ...located, object: prepare(located.object) }))),
    observedAt,
  ).index;
}

function directives(fixture: Fixture, name: string): string[] {
  const pattern = new RegExp(`^\\s*(?:#|//) ${name}: (.+)$`, 'gm');
  return fixture.files.flatMap(file => [...file.text.matchAll(pattern)].map(match => match[1].trim()));
}

function applyStates(index: ObjectIndex, fixture: Fixture): void {
  for (const directive of directives(fixture, 'state')) {
    const [kind, state] = directive.split('=');
    if (!kindDefinitions.some(({ id }) => id === kind)) throw new Error(`${fixture.name}: unknown kind ${kind}`);
    index.setState(kind as KindId, { state, message: `set to ${state} by the fixture` } as KindState);
  }
}
