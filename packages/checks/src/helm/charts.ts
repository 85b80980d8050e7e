// The Helm charts of a repository, and what they lack.
import type { Evidence, ObjectView, RepositoryFile } from '@maturity-roadmap/engine';
import { empty, readChartFile } from './chartFile';

type ChartView = ObjectView<'repository/v1/HelmChartFile'>;

/** A chart's own files; `folder` ends with a slash, or is empty at the root. */
export interface Chart {
  folder: string;
  chartFile: RepositoryFile;
}

/** Charts below `charts/` are copies of dependencies, which their own repositories answer for. */
const vendored = /(^|\/)charts\/[^/]+\/Chart\.yaml$/;

/** The grammar of https://semver.org, as Helm asks for it. */
const semantic = /^v?\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$/;

/** All charts of the repository that are not copies of another's. */
export function chartsOf(index: ChartView): Chart[] {
  const files = index.all('repository/v1/HelmChartFile');
  const charts = files.filter(({ metadata: { name } }) => /(^|\/)Chart\.yaml$/.test(name));
  const folderOf = ({ metadata: { name } }: RepositoryFile) => name.slice(0, -'Chart.yaml'.length);
  const folders = new Set(charts.map(folderOf));
  const isVendored = (file: RepositoryFile) =>
    vendored.test(file.metadata.name) && folders.has(folderOf(file).replace(/charts\/[^/]+\/$/, ''));
  return charts.filter(file => !isVendored(file)).map(file => ({ folder: folderOf(file), chartFile: file }));
}

/**
 * What a chart lacks, one row each. See https://helm.sh/docs/topics/charts/#the-chartyaml-file
 */
export function gapsOf({ folder, chartFile }: Chart, index: ChartView): Evidence[] {
  const gaps: Evidence[] = [];
  const file = (name: string) => index.find('repository/v1/HelmChartFile', `${folder}${name}`);
  const gap = (path: string, observed: unknown, expected: string, object = chartFile) =>
    gaps.push(index.evidence(object, path, observed === undefined ? 'not set' : String(observed), expected));
  const { content, problem } = readChartFile(chartFile);
  const values = file('values.yaml');
  if (problem) gap('text', problem, 'a YAML mapping');
  else {
    // A chart that others build on installs nothing itself.
    const isLibrary = content.type === 'library';
    if (content.apiVersion !== 'v2') gap('apiVersion', content.apiVersion, 'v2');
    if (!semantic.test(String(content.version ?? ''))) gap('version', content.version, 'a semantic version');
    if (!isLibrary && content.appVersion === undefined) gap('appVersion', undefined, 'the version of the application');
    const dependencies = Array.isArray(content.dependencies) ? content.dependencies : [];
    if (dependencies.length > 0 && !file('Chart.lock')) {
      gap('dependencies', `${dependencies.length}, not locked`, 'a Chart.lock beside it');
    }
    if (!isLibrary && !file('values.schema.json')) gap('values.schema.json', 'no such file', 'a schema for the values');
  }
  if (!values) return gaps;
  const read = readChartFile(values);
  // No values are as good as none set.
  if (read.problem && read.problem !== empty) gap('text', read.problem, 'a YAML mapping', values);
  for (const path of read.latest) gap(path, 'latest', 'a fixed tag', values);
  return gaps;
}
