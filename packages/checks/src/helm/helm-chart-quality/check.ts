// The chart in the repository is complete: versioned, its dependencies locked, its values described by a schema.
import { notApplicable, warn, pass, withFix } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { chartFix } from '../chartFix';
import { chartsOf, gapsOf } from '../charts';

export const helmChartQuality = defineRepositoryCheck({
  id: 'helm-chart-quality',
  topic: 'helm',
  severity: 'low',
  advice: true,
  since: '1.0',
  title: 'The Helm chart is versioned, locked and has a schema for its values',
  why: 'Without a lock file the same chart installs other dependencies tomorrow. Without a schema a typo in the values is found at run time or never.',
  remediation:
    'Use chart `apiVersion: v2` with a semantic `version` and an `appVersion`, commit `Chart.lock`, and add `values.schema.json`; never default to the tag `latest`.',
  appliesWhen: 'The repository holds a Helm chart.',
  references: ['https://helm.sh/docs/topics/charts/', 'https://helm.sh/docs/chart_best_practices/'],
  reads: ['repository/v1/HelmChartFile'],
  evaluate(_repository, index) {
    const charts = chartsOf(index);
    if (charts.length === 0) return notApplicable('the repository holds no Helm chart');
    const gaps = charts.flatMap(chart => gapsOf(chart, index));
    const [first, ...more] = gaps;
    if (!first) return pass(`${charts.length === 1 ? 'the chart is' : `${charts.length} charts are`} complete`);
    const lacks = gaps.map(({ path, expected }) => `${path}: ${expected}`).join('; ');
    const result = warn(`the chart could be better: ${lacks}`, first, ...more);
    return withFix(result, charts.length === 1 ? chartFix(charts[0], gaps, index) : undefined);
  },
});
