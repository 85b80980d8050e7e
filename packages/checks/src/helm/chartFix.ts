// The version of the chart format, where nothing else has to change with it.
import type { Evidence, Fix, ObjectView } from '@maturity-roadmap/engine';
import { editFile, linesOfText } from '@maturity-roadmap/engine';
import type { Chart } from './charts';

const written = /^(apiVersion\s*:\s*)(["']?)v1\2(?=\s|$)/;

/**
 * Writes `apiVersion: v2`, if that is all that the chart lacks. Dependencies of a chart of version 1 may stand in a file
 * of their own, which version 2 passes over. See https://helm.sh/docs/topics/charts/#the-apiversion-field
 */
export function chartFix(
  { folder, chartFile }: Chart,
  gaps: readonly Evidence[],
  index: ObjectView<'repository/v1/HelmChartFile'>,
): Fix | undefined {
  const isThere = (name: string) => index.find('repository/v1/HelmChartFile', `${folder}${name}`) !== undefined;
  if (gaps.some(({ path }) => path !== 'apiVersion') || isThere('requirements.yaml')) return undefined;
  const lines = linesOfText(chartFile.text);
  const at = lines.findIndex(line => written.test(line));
  if (at < 0) return undefined;
  const text = lines.map((line, i) => (i === at ? line.replace(written, '$1$2v2$2') : line)).join('\n');
  return editFile(index.ref(chartFile), chartFile, `${text}\n`);
}
