// The Helm charts of a repository, and what they lack.
import type { Evidence, ObjectView, RepositoryFile } from '@maturity-roadmap/engine';
import { parse } from 'yaml';

type ChartView = ObjectView<'repository/v1/HelmChartFile'>;

/** A chart's own files; `folder` ends with a slash, or is empty at the root. */
export interface Chart {
  folder: string;
  chartFile: RepositoryFile;
  content: Record<string, unknown>;
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
  return charts
    .filter(file => !isVendored(file))
    .map(file => ({ folder: folderOf(file), chartFile: file, content: mapping(file.text) }));
}

function mapping(text: string): Record<string, unknown> {
  const value: unknown = parse(text);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/**
 * What a chart lacks, one row each. See https://helm.sh/docs/topics/charts/#the-chartyaml-file
 */
export function gapsOf({ folder, chartFile, content }: Chart, index: ChartView): Evidence[] {
  const gaps: Evidence[] = [];
  const file = (name: string) => index.find('repository/v1/HelmChartFile', `${folder}${name}`);
  const gap = (path: string, observed: unknown, expected: string, object = chartFile) =>
    gaps.push(index.evidence(object, path, observed === undefined ? 'not set' : String(observed), expected));
  if (content.apiVersion !== 'v2') gap('apiVersion', content.apiVersion, 'v2');
  if (!semantic.test(String(content.version ?? ''))) gap('version', content.version, 'a semantic version');
  if (content.appVersion === undefined) gap('appVersion', undefined, 'the version of the application');
  const dependencies = Array.isArray(content.dependencies) ? content.dependencies : [];
  if (dependencies.length > 0 && !file('Chart.lock')) {
    gap('dependencies', `${dependencies.length}, not locked`, 'a Chart.lock beside it');
  }
  if (!file('values.schema.json')) gap('values.schema.json', 'no such file', 'a schema for the values');
  const values = file('values.yaml');
  const image = values && mapping(values.text).image;
  const tag = typeof image === 'object' && image !== null ? (image as { tag?: unknown }).tag : undefined;
  if (values && tag === 'latest') gap('image.tag', 'latest', 'a fixed tag', values);
  return gaps;
}
