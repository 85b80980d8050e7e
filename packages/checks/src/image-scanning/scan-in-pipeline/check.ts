// The pipeline scans the image and stops on what is severe, so that it never reaches a cluster.
import { fail, notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { scannersIn } from '../pipelineScanners';

export const scanInPipeline = defineRepositoryCheck({
  id: 'scan-in-pipeline',
  topic: 'image-scanning',
  severity: 'low',
  advice: true,
  since: '1.0',
  title: 'The pipeline scans the image and fails on severe findings',
  why: 'A vulnerability is cheapest to mend before the image is pushed: the author is still there, and nothing runs yet. A scan that only prints is read by nobody.',
  remediation:
    'Run a scanner such as Trivy or Grype on the built image in the pipeline and let it fail on severity: `trivy image --exit-code 1 --severity CRITICAL --ignore-unfixed …`.',
  appliesWhen: 'the repository has a pipeline and builds an image',
  references: [
    'https://trivy.dev/latest/docs/configuration/others/#exit-code',
    'https://github.com/anchore/scan-action',
  ],
  reads: ['repository/v1/Pipeline', 'repository/v1/Dockerfile'],
  evaluate(_repository, index) {
    if (index.all('repository/v1/Dockerfile').length === 0) return notApplicable('the repository builds no image');
    const pipelines = index.all('repository/v1/Pipeline');
    if (pipelines.length === 0) return notApplicable('the repository has no pipeline');
    const found = pipelines.flatMap(file => scannersIn(file.text).map(scanner => ({ file, ...scanner })));
    const gate = found.find(one => one.stops);
    if (gate) return pass(`${gate.file.metadata.name} stops on findings of ${gate.scanner}`);
    if (found.length > 0) {
      const [{ file, scanner, line }] = found;
      const evidence = index.evidence(
        file,
        `line ${line}`,
        `${scanner} without a severity to fail on`,
        'a scan that can fail',
      );
      return warn(`${scanner} scans the image but lets every finding pass`, evidence);
    }
    const [first, ...more] = pipelines.map(file =>
      index.evidence(file, 'text', 'no image scanner', 'an image scanner'),
    );
    return fail(`none of ${pipelines.length} pipeline files scans the image`, first, ...more);
  },
});
