// Own checks: what they decide, what is said of broken ones, and that none of them ever throws.
import type { CheckResult, WorkloadCheck } from '@maturity-roadmap/engine';
import { evaluateCheck, indexManifests, parseManifests, resolveWorkloads } from '@maturity-roadmap/engine';
import { parseOwnChecks } from './parseOwnChecks';

const deployment = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: web, labels: { tier: one } }
spec:
  replicas: 3
  template:
    metadata: { labels: { app: shop } }
    spec: { containers: [{ name: shop, image: "registry.example.com/shop:1.4", resources: { limits: { memory: 512Mi } } }] }
---
apiVersion: v1
kind: Namespace
metadata: { name: web, labels: { env: prod } }
`;

const check = (spec: string) => `apiVersion: maturity/v1
kind: Check
metadata: { name: own }
spec:
  topic: pod
  title: It holds
  remediation: Mend it.
${spec.replace(/^/gm, '  ')}`;

function judge(text: string): CheckResult & { problems: string[] } {
  const { checks, problems } = parseOwnChecks(text, 'own.yaml');
  const { index } = indexManifests('c', parseManifests(deployment, 'd').objects, '2026-01-01T00:00:00Z');
  const [workload] = resolveWorkloads(index);
  const result = evaluateCheck(checks[0] as WorkloadCheck, workload, index);
  return { ...result, problems: problems.map(({ line, message }) => `${line}: ${message}`) };
}

const validation = (expression: string) => check(`validations: [{ expression: '${expression}' }]`);

it.each([
  ['object.spec.replicas >= 2', 'pass'],
  ['object.spec.replicas >= 4', 'fail'],
  ['has(object.spec.paused) && object.spec.paused', 'fail'],
  ['object.spec.template.spec.containers.all(c, c.image.startsWith("registry.example.com/"))', 'pass'],
  ['object.spec.?strategy.?type.orValue("RollingUpdate") == "RollingUpdate"', 'pass'],
  ['namespaceObject.metadata.labels.env == "prod"', 'pass'],
  ['quantity(object.spec.template.spec.containers[0].resources.limits.memory).isLessThan(quantity("1Gi"))', 'pass'],
  ['quantity("1Gi").compareTo(quantity("1024Mi")) == 0 && isQuantity("5k") && !isQuantity("five")', 'pass'],
  ['[3, 1, 2].max() == 3 && [3, 1].min() == 1 && [1, 2].sum() == 3 && ![3, 1].isSorted()', 'pass'],
  ['["a", "b", "a"].indexOf("a") == 0 && ["a", "b", "a"].lastIndexOf("a") == 2', 'pass'],
  ['object.metadata.name.find("[a-z]+") == "shop" && "a1b2".findAll("[0-9]") == ["1", "2"]', 'pass'],
  ['object.spec.nothing.here', 'unknown'],
  ['object.spec.replicas', 'unknown'],
  ['request.operation == "CREATE"', 'unknown'],
  ['quantity("five").isLessThan(quantity("1"))', 'unknown'],
  ['object.metadata.name.matches("(")', 'unknown'],
])('%s: %s', (expression, verdict) => {
  expect(judge(validation(expression)).verdict).toBe(verdict);
});

it('says what is known only at admission', () => {
  expect(judge(validation('request.operation == "CREATE"')).reason).toContain('only while a request is admitted');
});

it('is not applicable where a condition does not hold', () => {
  const text = check(`appliesWhen: The tier is two.
matchConditions: [{ name: tier, expression: object.metadata.labels.tier == "two" }]
validations: [{ expression: "false" }]`);
  expect(judge(text)).toMatchObject({ verdict: 'notApplicable', reason: expect.stringContaining('The tier is two.') });
});

it('gives variables, parameters and messages, with evidence', () => {
  const text = check(`params: { most: 2 }
variables: [{ name: replicas, expression: object.spec.replicas }, { name: unused, expression: object.no.such.field }]
validations:
  - expression: variables.replicas <= params.most
    messageExpression: '"has " + string(variables.replicas) + " replicas"'
    path: spec.replicas`);
  expect(judge(text)).toMatchObject({
    verdict: 'fail',
    reason: 'has 3 replicas',
    evidence: [
      { path: 'spec.replicas', observed: 'not true: variables.replicas <= params.most', expected: 'has 3 replicas' },
    ],
  });
});

it('falls back to the message where its expression fails', () => {
  const text = check('validations: [{ expression: "false", message: plain, messageExpression: object.nothing }]');
  expect(judge(text)).toMatchObject({ verdict: 'fail', reason: 'plain' });
});

it('says where an expression is broken, and answers unknown', () => {
  const text = check(`validations:
  - expression: |
      object.spec.replicas > 1 &&
      object.metadata.name.(`);
  const { verdict, reason, problems } = judge(text);
  expect([verdict, reason]).toEqual(['unknown', expect.stringContaining('is broken at line 2, column 22')]);
  expect(problems).toEqual([
    expect.stringMatching(/^11: spec\.validations\.0\.expression is broken at line 2, column 22/),
  ]);
});

it.each([
  ['kind: Check\nmetadata: { name: own }\nspec: { topic: pod }', /spec\.title must be text/],
  ['kind: Check\nmetadata: { name: Own Check }\nspec: {}', /metadata\.name must be the id/],
  [check('severity: huge\nvalidations: [{ expression: "true" }]'), /spec\.severity must be one of critical/],
  [check('validations: [{ message: x }]'), /spec\.validations\[0\]\.expression must be text/],
  [check('validations: []'), /must hold at least one expression/],
  [
    check('validations: [{ expression: "true" }]').replace('topic: pod', 'topic: pods'),
    /"pods" is not a topic\. Topics: /,
  ],
  ['a: [', /not valid YAML/],
])('names what is missing', (text, message) => {
  const { checks, problems } = parseOwnChecks(text, 'own.yaml');
  expect(checks).toEqual([]);
  expect(problems.map(problem => problem.message).join('\n')).toMatch(message);
});

const policy = (resource: string, expression: string, more = '') => `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: policy, annotations: { maturity/severity: high } }
spec:
  failurePolicy: Fail
  matchConstraints:
    ${more}
    resourceRules: [{ apiGroups: ["*"], apiVersions: ["*"], operations: [CREATE], resources: [${resource}] }]
  validations: [{ expression: '${expression}', message: refused }]
`;

it.each([
  ['the object itself', policy('deployments', 'object.spec.replicas <= 2'), 'fail'],
  ['the pods of the template', policy('pods', 'object.spec.containers.size() == 1'), 'pass'],
  ['other resources', policy('services', 'false'), 'notApplicable'],
  ['other namespaces', policy('pods', 'false', 'namespaceSelector: { matchLabels: { env: test } }'), 'notApplicable'],
  ['other objects', policy('deployments', 'false', 'objectSelector: { matchLabels: { tier: two } }'), 'notApplicable'],
])('takes an admission policy as it is: %s', (_what, text, verdict) => {
  expect(judge(text)).toMatchObject({ verdict, problems: [] });
});

it('takes metadata of a policy from its annotations, and passes over other documents', () => {
  const { checks } = parseOwnChecks(`${policy('pods', 'true')}---\nkind: ValidatingAdmissionPolicyBinding\n`, 'p.yaml');
  expect(checks).toMatchObject([{ id: 'policy', topic: 'policy-enforcement', severity: 'high' }]);
  expect(checks).toHaveLength(1);
});
