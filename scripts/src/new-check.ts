// Scaffolds a check: `yarn new-check <topic> <id>` writes its folder with a first pass, fail and na fixture.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultOutline } from '@maturity-roadmap/roadmap';
import { topicsOfTier } from '@maturity-roadmap/engine';
import { exportName } from './generate/registry';

const [topic, id] = process.argv.slice(2);
const topics = defaultOutline.tiers.flatMap(topicsOfTier);

function stop(message: string): never {
  console.error(`yarn new-check <topic> <id>: ${message}`);
  process.exit(2);
}

if (!topic || !id) stop('name a topic and the id of the new check.');
if (!topics.includes(topic)) stop(`there is no topic "${topic}". Topics: ${topics.join(', ')}.`);
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) stop(`"${id}" is not an id: state the good condition in kebab-case.`);
const folder = join(__dirname, '../../packages/checks/src', topic, id);
if (existsSync(folder)) stop(`${folder} exists already.`);

const deployment = (priority: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  template:
    metadata: { labels: { app: shop } }
    spec:
      priorityClassName: "${priority}"
      containers: [{ name: shop, image: "registry.example.com/shop:1.0.0" }]
`;

const files: Record<string, string> = {
  'check.ts': `// TODO say the good state in one sentence, and why it matters.
import { fail, notApplicable, pass } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';

export const ${exportName(id)} = defineCheck({
  id: '${id}',
  topic: '${topic}',
  severity: 'medium',
  since: '1.0',
  title: 'TODO the good condition as a sentence',
  why: 'TODO why it matters.',
  remediation: 'TODO what to do.',
  appliesWhen: 'TODO when the question arises',
  references: ['https://kubernetes.io/docs/'],
  reads: [],
  evaluate(workload) {
    if (workload.runsToCompletion) return notApplicable('it runs to completion');
    const name = workload.podSpec.priorityClassName;
    if (name) return pass(\`its priority class is \${name}\`);
    const path = \`\${workload.podSpecPath}.priorityClassName\`;
    return fail('no priority class', { object: workload.ref, path, observed: 'absent', expected: 'a name' });
  },
});
`,
  'fixtures/pass.yaml': deployment('shop'),
  'fixtures/fail-absent.yaml': `# expect: no priority class\n${deployment('')}`,
  'fixtures/na-job.yaml': deployment('').replace('apps/v1', 'batch/v1').replace('Deployment', 'Job'),
};

mkdirSync(join(folder, 'fixtures'), { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
console.log(
  `Wrote packages/checks/src/${topic}/${id}. Next: write the check and its fixtures, then run yarn generate.`,
);
