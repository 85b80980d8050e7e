// Answers of the backend for tests, typed by the contract: one component, one organisation, one roadmap.
import type { Entity } from '@backstage/catalog-model';
import type {
  AdminState,
  Cell,
  CheckComponents,
  CheckDetails,
  CheckList,
  CheckView,
  ComponentPage,
  HeatMap,
  Leverage,
  Movers,
  OrganisationSummary,
  Progress,
  ReportView,
  RoadmapList,
  RoadmapView,
  SourceStatus,
  TopicTrends,
  TopicView,
  Trend,
  WhatIf,
} from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Verdict, VerdictRecord, WorkloadDiagnosis } from '@maturity-roadmap/engine';

const observedAt = '2026-01-01T12:00:00.000Z';
const levels = ['Junior', 'Mid', 'Senior', 'Lead'].map(title => ({ id: title.toLowerCase(), title }));
const cart = { ref: 'component:default/cart', title: 'Cart', owner: 'group:default/checkout' };
const deployment = { cluster: 'prod', apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' };

const check = (id: string, topic: string, title: string): CheckView => ({
  id,
  topic,
  severity: 'high',
  advice: false,
  title,
  why: `Why ${id} matters.`,
  remediation: `Mend ${id}.`,
  appliesWhen: 'always',
  references: ['https://kubernetes.io/docs/'],
  since: '1.0',
  reads: ['networking.k8s.io/v1/NetworkPolicy'],
});

const record = (id: string, topic: string, verdict: Verdict, environment: string, reason: string): VerdictRecord => ({
  check: id,
  topic,
  severity: 'high',
  advice: false,
  verdict,
  reason,
  environment,
  workload: { ...deployment, cluster: environment },
  evidence: [
    {
      object: { ...deployment, cluster: environment },
      path: 'spec.template.spec.containers[cart].image',
      observed: `cart in ${environment}`,
      ...(verdict === 'fail' ? { expected: 'a tag' } : {}),
    },
  ],
});

const source: SourceStatus = { environment: 'prod', type: 'cluster', observedAt, objects: 3, kinds: [], problems: [] };

/** A component at Junior with one fail, one pass and one topic that does not apply. */
export const report: ReportView = {
  component: cart,
  report: {
    component: cart.ref,
    observedAt,
    level: 'junior',
    nextLevel: 'mid',
    score: 0.5,
    coverage: 1,
    workloads: [deployment],
    environments: [
      { environment: 'prod', level: 'junior' },
      { environment: 'staging', level: 'mid' },
    ],
    topics: [
      { topic: 'pod', verdict: 'pass', met: 1, applicable: 1, blocks: false },
      { topic: 'docker-commands', verdict: 'fail', met: 0, applicable: 1, blocks: true },
      { topic: 'helm', verdict: 'notApplicable', met: 0, applicable: 0, blocks: false },
    ],
    blockers: [
      {
        check: 'image-ref-explicit',
        topic: 'docker-commands',
        severity: 'high',
        verdict: 'fail',
        environments: ['prod'],
        places: 1,
      },
    ],
    verdicts: [
      record('image-ref-explicit', 'docker-commands', 'fail', 'prod', '1 of 1 images has no tag'),
      record('image-ref-explicit', 'docker-commands', 'pass', 'staging', 'all images have a tag'),
      record('pod-requests-set', 'pod', 'pass', 'prod', 'all containers have requests'),
    ],
  },
  roadmap: {
    id: 'r',
    title: 'Containers',
    levels,
    tiers: [
      {
        id: 'the-basics',
        title: 'The Basics',
        from: 'junior',
        to: 'mid',
        topics: [
          { id: 'pod', title: 'Pod' },
          { id: 'docker-commands', title: 'docker commands' },
        ],
      },
      { id: 'production', title: 'Production', from: 'mid', to: 'senior', topics: [{ id: 'helm', title: 'Helm' }] },
    ],
  },
  checks: {
    'image-ref-explicit': check('image-ref-explicit', 'docker-commands', 'Every image has a tag'),
    'pod-requests-set': check('pod-requests-set', 'pod', 'Requests are set'),
  },
  transitions: [
    {
      id: 't1',
      component: cart,
      at: observedAt,
      check: 'image-ref-explicit',
      topic: 'docker-commands',
      environment: 'prod',
      from: 'pass',
      to: 'fail',
      reason: 'the tag was taken away',
    },
  ],
  scores: [],
  mapping: { lookedFor: 'the label backstage.io/kubernetes-id=cart', suggestion: 'metadata: {}', nearest: [] },
  sources: [source],
  diagnoses: [],
  patches: {
    'image-ref-explicit': [
      {
        kind: 'patch',
        object: deployment,
        environments: ['prod'],
        command: "kubectl patch deployment cart -n shop --type=json -p '[]'",
        diff: {
          lines: [
            { change: 'same', text: 'spec:' },
            { change: 'removed', text: '  image: cart' },
            { change: 'added', text: '  image: cart:1.0.0' },
            { change: 'gap' },
          ],
          added: 1,
          removed: 1,
        },
        delivery: { object: deployment, tool: 'argo-cd', name: 'shop', repository: 'https://git.example.com/shop' },
      },
    ],
  },
  effects: {
    byCheck: {
      'image-ref-explicit': {
        level: 'mid',
        blockers: 0,
        score: 0.8,
        coverage: 1,
        environments: [{ environment: 'prod', level: 'mid' }],
      },
    },
    together: { level: 'mid', blockers: 0, score: 0.8, coverage: 1, environments: [] },
  },
  deliveries: [],
};

/** A pod of the component that crashes, as the backend tells it. */
export const diagnosis: WorkloadDiagnosis = {
  workload: deployment,
  pods: 2,
  notReady: 1,
  states: [
    {
      name: 'cart-1-a',
      ready: false,
      state: 'CrashLoopBackOff',
      restarts: 8,
      node: 'node-1',
      containers: [
        {
          name: 'cart',
          role: 'main',
          ready: false,
          restarts: 8,
          state: 'CrashLoopBackOff',
          lastEnd: { exitCode: 3, meaning: 'the program gave up', reason: 'Error', message: 'no DATABASE_URL' },
        },
      ],
    },
    { name: 'cart-1-b', ready: true, state: 'Running', restarts: 0, node: 'node-2', containers: [] },
  ],
  causes: [
    {
      id: 'crash-loop',
      stage: 'run',
      title: '1 of 2 pods: cart ends with exit code 3',
      explanation: 'Its last words: no DATABASE_URL',
      confidence: 'certain',
      evidence: [
        { object: { ...deployment, kind: 'Pod', name: 'cart-1-a' }, path: 'status', observed: 'exit code 3, Error' },
      ],
      command: 'kubectl logs cart-1-a -n shop -c cart --previous',
      references: [],
    },
  ],
  events: [{ reason: 'BackOff', message: 'Back-off restarting', count: 7, about: 'Pod cart-1-a', at: observedAt }],
  ruledOut: [{ stage: 'scheduling', what: 'No node takes it', because: 'it was placed on node node-1' }],
  limits: [],
};

/** The same component without a workload. */
export const unmappedReport: ReportView = {
  ...report,
  report: {
    ...report.report,
    workloads: [],
    environments: [],
    verdicts: [],
    blockers: [],
    topics: [],
    score: undefined,
  },
  mapping: {
    ...report.mapping,
    suggestion: 'metadata:\n  annotations: paste-me',
    nearest: [
      {
        kind: 'Deployment',
        namespace: 'shop',
        name: 'cart-v2',
        clusters: ['prod'],
        match: 'strong',
        why: 'it has the name of the component',
        suggestion: 'metadata:\n  annotations: paste-me',
      },
      {
        kind: 'CronJob',
        namespace: 'shop',
        name: 'cart-jobs',
        clusters: ['prod', 'staging'],
        match: 'likely',
        why: 'its name begins like that of the component',
        suggestion: 'metadata:\n  annotations: paste-jobs',
      },
    ],
  },
};

const share = { met: 1, applicable: 2, unknown: 0 };

/** One roadmap, sound. */
export const roadmaps: RoadmapList = {
  items: [{ id: 'r', title: 'Containers', description: '', topics: 2, proven: true }],
  problems: [],
};

/** Two topics in one tier; mine falls short in the second. */
export const roadmap: RoadmapView = {
  id: 'r',
  title: 'Containers',
  description: 'From image to platform',
  levels: levels.map((level, at) => ({ ...level, components: at })),
  components: 6,
  environments: ['prod', 'staging'],
  observedAt,
  mine: [cart],
  owners: [{ owner: 'group:default/checkout', components: 1 }],
  next: [{ topic: 'docker-commands', reason: 'blocks', services: 1 }],
  tiers: [
    {
      id: 'the-basics',
      title: 'The Basics',
      goal: 'Containerise an app',
      from: 'junior',
      to: 'mid',
      passed: { met: 4, applicable: 6, unknown: 0 },
      sections: [
        {
          id: 'docker',
          title: 'Docker',
          topics: [
            {
              id: 'pod',
              title: 'Pod',
              summary: 'The smallest unit',
              adoption: { met: 2, applicable: 2, unknown: 0 },
              mine: ['pass'],
            },
            { id: 'docker-commands', title: 'docker commands', summary: 'Images', adoption: share, mine: ['fail'] },
          ],
        },
      ],
    },
  ],
};

/** A topic that one component meets and mine does not. */
export const topic: TopicView = {
  id: 'docker-commands',
  title: 'docker commands',
  summary: 'Name images so that they can be told apart.',
  roadmap: { id: 'r', title: 'Containers' },
  tier: { id: 'the-basics', title: 'The Basics', from: 'junior', to: 'mid' },
  section: { id: 'docker', title: 'Docker' },
  content: '## What it is\n\nA page.\n\n```sh\ndocker ps\n```\n',
  references: [{ title: 'Docker: CLI', url: 'https://docs.docker.com/reference/cli/docker/' }],
  previous: { id: 'pod', title: 'Pod' },
  adoption: share,
  environments: [{ environment: 'prod', ...share }],
  checks: [
    {
      id: 'image-ref-explicit',
      title: 'Every image has a tag',
      severity: 'high',
      advice: false,
      reads: ['Pod'],
      ...share,
    },
  ],
  meets: [
    {
      ref: 'component:default/mail',
      title: 'Mail',
      owner: 'group:default/mail',
      level: 'mid',
      verdict: 'pass',
      reason: '',
      environments: ['prod'],
      mine: false,
      checks: 1,
      since: observedAt,
    },
  ],
  misses: [
    {
      ...cart,
      level: 'junior',
      verdict: 'fail',
      reason: '1 of 1 images has no tag',
      check: 'image-ref-explicit',
      environments: ['prod'],
      mine: true,
      checks: 1,
    },
  ],
  mine: [
    {
      ...cart,
      level: 'junior',
      verdict: 'fail',
      reason: 'its image has no tag',
      check: 'image-ref-explicit',
      environments: ['prod'],
      mine: true,
      checks: 1,
    },
  ],
  changes: [
    {
      id: 't2',
      component: { ref: 'component:default/mail', title: 'Mail' },
      at: observedAt,
      check: 'image-ref-explicit',
      topic: 'docker-commands',
      environment: 'prod',
      from: 'fail',
      to: 'pass',
      reason: 'all images have a tag',
    },
  ],
};

/** What a learner has read, claimed and shown: nothing yet. */
export const progress: Progress = { topics: {}, read: {}, proven: {} };

/** One check with a changed limit. */
export const checkDetails: CheckDetails = {
  ...check('image-ref-explicit', 'docker-commands', 'Every image has a tag'),
  ...share,
  subject: 'workload',
  notApplicable: 1,
  topicTitle: 'docker commands',
  roadmap: 'r',
  rule: 'apiGroups: [networking.k8s.io]',
  thresholds: [{ name: 'replicas', meaning: 'least replicas', value: 3, default: 2, min: 1, max: 9 }],
  settings: 'maturity:\n  checks:\n    image-ref-explicit: {}',
  examples: {
    passes: { verdict: 'pass', reason: 'all images have a tag', files: [{ path: 'pass.yaml', text: 'image: cart:1' }] },
    fails: { verdict: 'fail', reason: '1 has none', files: [{ path: 'fail.yaml', text: 'image: cart' }] },
  },
  history: [{ version: '1.0', what: 'new (high)' }],
};

/** Mine falls short. */
export const checkComponents: CheckComponents = {
  total: 1,
  levels: [
    { id: 'foundation', title: 'Foundation' },
    { id: 'junior', title: 'Junior' },
  ],
  items: [
    {
      ...cart,
      level: 'junior',
      levelTitle: 'Junior',
      verdict: 'fail',
      severity: 'high',
      reason: '1 of 1 images has no tag',
      environments: ['prod'],
      mine: true,
    },
  ],
};

/** Six components, one problem of each sort. */
export const organisation: OrganisationSummary = {
  components: 6,
  environments: ['prod', 'staging'],
  observedAt,
  levels: roadmap.levels,
  score: 0.64,
  coverage: 0.91,
  tiers: [
    {
      id: 'the-basics',
      title: 'The Basics',
      from: 'junior',
      to: 'mid',
      topics: [{ id: 'docker-commands', title: 'docker commands', ...share }],
    },
  ],
  movers: [
    {
      id: 'm1',
      component: cart,
      at: observedAt,
      from: 'mid',
      to: 'junior',
      reason: 'image-ref-explicit in prod: no tag',
    },
  ],
  unknowns: [
    { code: 'forbidden', environment: 'prod', reason: "NetworkPolicy can't be listed", components: 3, others: 0 },
  ],
  unmapped: [{ ...deployment, name: 'lost', suggestion: { to: 'workload', yaml: 'backstage.io/kubernetes-id: lost' } }],
  sources: [source],
};

/** One page of the table. */
export const components: ComponentPage = {
  total: 1,
  items: [
    {
      ...cart,
      level: 'junior',
      levelTitle: 'Junior',
      blockers: 1,
      score: 0.5,
      coverage: 1,
      workloads: 1,
      observedAt,
      scoreBefore: { day: '2025-11-01', score: 0.57 },
    },
  ],
};

/** One group in another, with the component of the table below it. */
export const heatMap: HeatMap = {
  roadmap: {
    id: 'r',
    levels,
    tiers: [
      {
        id: 'the-basics',
        from: 'junior',
        to: 'mid',
        topics: [
          { id: 'pod', title: 'Pod' },
          { id: 'docker-commands', title: 'docker commands' },
        ],
      },
    ],
  },
  environments: ['prod', 'staging'],
  total: { components: 6, topics: { 'docker-commands': { met: 3, applicable: 6, unknown: 0 } } },
  rows: [
    {
      key: 'group:default/engineering',
      title: 'Engineering',
      components: 6,
      own: 0,
      topics: { 'docker-commands': { met: 3, applicable: 6, unknown: 0 } },
    },
    {
      key: 'group:default/checkout',
      title: 'Checkout',
      parent: 'group:default/engineering',
      components: 2,
      own: 2,
      topics: { 'docker-commands': share, pod: { met: 0, applicable: 2, unknown: 2 } },
    },
  ],
};

/** Two days, on the second of which one component fell. */
export const trend: Trend = {
  points: [
    { day: '2026-01-01', components: { junior: 1, mid: 3, senior: 2 } },
    { day: '2026-01-02', components: { junior: 2, mid: 2, senior: 2 } },
  ],
};

/** One check that alone keeps two of three back. */
export const leverage: Leverage = {
  controls: [
    {
      control: 'limit-range',
      environment: 'prod',
      namespaces: 2,
      checks: [{ id: 'pod-requests-set', title: 'Requests are set' }],
      components: 4,
      rise: 3,
      places: [{ namespace: 'shop', components: 3, rise: 2 }],
      manifest: 'kind: LimitRange\n',
    },
  ],
  items: [
    {
      check: 'image-ref-explicit',
      title: 'Every image has a tag',
      topic: 'docker-commands',
      blocks: 3,
      lifts: 2,
      places: [{ environment: 'prod', namespace: 'shop', components: 2 }],
    },
  ],
};

/** Two checks. */
export const checks: CheckList = {
  items: [
    {
      ...check('image-ref-explicit', 'docker-commands', 'Every image has a tag'),
      ...share,
      topicTitle: 'docker commands',
      roadmap: 'containers',
    },
    { ...check('pod-requests-set', 'pod', 'Requests are set'), ...share, advice: true, topicTitle: 'Pod', roadmap: '' },
  ],
};

const holder = 'backstage-7d4-5f0c2a1b-1111-4222-8333-444455556666';
const kind = (name: string, state: 'synced' | 'forbidden' | 'notServed', more: object = {}) => ({
  kind: name,
  state,
  since: observedAt,
  objects: state === 'synced' ? 12 : 0,
  ...more,
});

/** Three environments: one with a kind that may not be read, one that is refused, one where all is well. */
export const adminState: AdminState = {
  environments: [
    {
      environment: 'calm',
      type: 'manifests',
      keeper: { holder, since: observedAt },
      at: observedAt,
      objects: 24,
      waiting: 0,
      lag: 0,
      events: 0,
      kinds: [kind('apps/v1/Deployment', 'synced'), kind('v1/Secret', 'forbidden', { message: 'never read' })],
      problems: 1,
    },
    {
      environment: 'prod',
      type: 'cluster',
      keeper: { holder, since: observedAt },
      at: observedAt,
      objects: 4200,
      waiting: 3,
      lag: 1234,
      events: 17,
      kinds: [
        kind('v1/Node', 'forbidden', {
          message: 'forbidden; grant list and watch on nodes',
          lastError: { at: observedAt, message: 'nodes is forbidden' },
        }),
        kind('apps/v1/Deployment', 'synced', { listedAt: observedAt, eventAt: observedAt }),
        kind('keda.sh/v1alpha1/ScaledObject', 'notServed'),
      ],
      missingRule: "- apiGroups: ['']\n  resources: [nodes]\n",
      problems: 0,
    },
    {
      environment: 'laptop',
      type: 'cluster',
      at: observedAt,
      objects: 0,
      waiting: 0,
      lag: 0,
      events: 0,
      error: 'cluster laptop is not read: its auth provider localKubectlProxy would receive a Backstage token',
      refused: true,
      kinds: [],
      problems: 0,
    },
  ],
  repositories: {
    enabled: true,
    keeper: { holder, since: observedAt },
    at: observedAt,
    trees: 50,
    waiting: 2,
    hosts: [
      { host: 'github.com', perHour: 2000, spent: 120 },
      { host: 'git.example.com', perHour: 100, spent: 7, pausedUntil: observedAt, lastError: '429 Too Many Requests' },
    ],
  },
  clusterRole: 'kind: ClusterRole\n',
};
/** Two days, on the second of which one component more met the topic. */
export const topicTrends: TopicTrends = {
  days: ['2026-01-01', '2026-01-02'],
  topics: { 'docker-commands': [{ met: 0, applicable: 2, unknown: 0 }, share] },
};

/** One that fell, because of one verdict. */
export const movers: Movers = {
  items: [
    {
      ...organisation.movers[0],
      rose: false,
      because: {
        check: 'image-ref-explicit',
        title: 'Every image has a tag',
        topic: 'docker-commands',
        topicTitle: 'docker commands',
        environment: 'prod',
        reason: 'no tag',
      },
      cause: { object: deployment, change: 'changed', manager: 'kubectl-edit' },
    },
  ],
  rose: 0,
  fell: 1,
};

/** One that would rise. */
export const whatIf: WhatIf = {
  changes: [{ id: 'docker-commands', title: 'docker commands', to: 'advice', checks: 3 }],
  components: 6,
  rise: 1,
  drop: 0,
  levels: levels.map((level, at) => ({ ...level, before: at, after: at })),
  items: [{ ...cart, from: 'junior', to: 'mid' }],
};

/** One that fails and one that passes. */
export const cell: Cell = {
  counts: { fail: 1, pass: 1 },
  total: 2,
  items: [
    {
      ...cart,
      level: 'junior',
      verdict: 'fail',
      check: 'image-ref-explicit',
      reason: '1 of 1 images has no tag',
      environments: ['prod'],
      observedAt,
    },
  ],
};

const entity = (entityKind: string, name: string, title: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: entityKind,
  metadata: { name, namespace: 'default', title },
  spec: {},
});

/** What the filters offer. */
export const entities: Entity[] = [
  entity('Group', 'checkout', 'Checkout'),
  entity('Group', 'engineering', 'Engineering'),
  entity('System', 'shop', 'Shop'),
];
