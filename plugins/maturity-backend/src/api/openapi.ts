// The REST API in OpenAPI; requests are validated by it, and it is served at `/openapi.json`.

const text = { type: 'string' } as const;
const json = (description: string) => ({
  description,
  content: { 'application/json': { schema: { type: 'object' } } },
});
const errors = {
  '400': json('A parameter is wrong; the message says which and why.'),
  '401': json('The caller is not signed in.'),
  '403': json('The permission policy does not allow it.'),
  '404': json('There is no such thing, or the caller may not see it.'),
} as const;

const path = (name: string, description: string) =>
  ({
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string', minLength: 1, maxLength: 256 },
  }) as const;
const query = (name: string, description: string, schema: object) =>
  ({ name, in: 'query', required: false, description, schema }) as const;
const get = (operationId: string, summary: string, parameters: readonly object[], answer: string) => ({
  get: { operationId, summary, parameters, responses: { '200': json(answer), ...errors } },
});

const entity = [
  path('kind', 'Kind of the entity; only components are judged.'),
  path('namespace', 'Namespace of the entity.'),
  path('name', 'Name of the entity.'),
];

/** A list whose items may hold colons and slashes as they are. */
const listed = (name: string, description: string, schema: object) => ({
  ...query(name, description, { type: 'array', ...schema }),
  allowReserved: true,
});

const within = listed('within', 'Entity refs of groups, systems or domains; what is below them counts too.', {
  maxItems: 4,
  items: { ...text, maxLength: 512 },
});
const environment = query('environment', 'Only what was judged in this environment, by how it stands there.', {
  ...text,
  maxLength: 256,
});
const days = (fallback: number) =>
  query('days', 'Days back from today.', { type: 'integer', minimum: 1, maximum: 730, default: fallback });
const page = (fallback: number, most: number) => [
  query('limit', 'Items a page.', { type: 'integer', minimum: 1, maximum: most, default: fallback }),
  query('offset', 'Items to skip.', { type: 'integer', minimum: 0, default: 0 }),
];

const componentFilters = [
  within,
  environment,
  query('unknown', 'Code of a reason; only components of which some check is unknown for it.', text),
  query('q', 'Part of the name or title.', { ...text, maxLength: 256 }),
  query('owner', 'Entity ref of the owner.', text),
  query('system', 'Entity ref of the system.', text),
  query('level', 'Level id.', text),
  query('topic', 'Topic id; with verdict, only components with that verdict in it.', text),
  query('verdict', 'Verdict in the topic.', { ...text, enum: ['met', 'missed', 'unknown', 'notApplicable'] }),
  query('sort', 'Column to sort by.', {
    ...text,
    enum: ['name', 'owner', 'system', 'level', 'blockers', 'score', 'coverage', 'changed'],
    default: 'name',
  }),
  query('order', 'Direction.', { ...text, enum: ['asc', 'desc'], default: 'asc' }),
  query('topics', 'Adds the verdict of each topic.', { type: 'boolean', default: false }),
  query('limit', 'Components a page.', { type: 'integer', minimum: 1, maximum: 200, default: 20 }),
  query('offset', 'Components to skip.', { type: 'integer', minimum: 0, default: 0 }),
];

/** The description of the API. The shapes of answers are the types of the common package. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Maturity Roadmap',
    version: '1',
    description: 'Roadmaps, checks, reports of components and the adoption of an organisation.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  paths: {
    '/health': get('GetHealth', 'Whether the plugin works, and when it last judged.', [], 'HealthView'),
    '/roadmaps': get('GetRoadmaps', 'All roadmaps.', [], 'RoadmapList'),
    '/roadmaps/{roadmapId}': get(
      'GetRoadmap',
      'A roadmap with the adoption of each topic.',
      [
        path('roadmapId', 'Id of the roadmap.'),
        query('owner', 'Entity ref of an owner, whose components count as mine.', { ...text, maxLength: 512 }),
        query('environment', 'Name of an environment to count in.', { ...text, maxLength: 256 }),
      ],
      'RoadmapView',
    ),
    '/roadmaps/{roadmapId}/topics/{topicId}': get(
      'GetTopic',
      'A topic: its page, checks and who meets it.',
      [path('roadmapId', 'Id of the roadmap.'), path('topicId', 'Id of the topic.')],
      'TopicView',
    ),
    '/checks': get('GetChecks', 'The catalogue of checks with their pass rates.', [], 'CheckList'),
    '/checks/{checkId}': get(
      'GetCheck',
      'A check: what it needs, examples, settings and history.',
      [path('checkId', 'Id of the check.')],
      'CheckDetails',
    ),
    '/checks/{checkId}/components': get(
      'GetCheckComponents',
      'Components with a verdict of a check, the own ones first.',
      [
        path('checkId', 'Id of the check.'),
        query('verdict', 'Verdict of the check.', {
          ...text,
          enum: ['met', 'missed', 'unknown', 'notApplicable'],
          default: 'missed',
        }),
        query('limit', 'Components a page.', { type: 'integer', minimum: 1, maximum: 100, default: 20 }),
        query('offset', 'Components to skip.', { type: 'integer', minimum: 0, default: 0 }),
      ],
      'CheckComponents',
    ),
    '/components': get('GetComponents', 'A page of components.', componentFilters, 'ComponentPage'),
    '/components/export': {
      get: {
        operationId: 'ExportComponents',
        summary: 'All components that match, as CSV; pages are ignored.',
        parameters: componentFilters,
        responses: {
          '200': { description: 'A head and a line for each.', content: { 'text/csv': { schema: text } } },
          ...errors,
        },
      },
    },
    '/organisation/summary': get(
      'GetOrganisationSummary',
      'Adoption by level and topic.',
      [within, environment],
      'OrganisationSummary',
    ),
    '/organisation/leverage': get(
      'GetLeverage',
      'Checks that keep most components from their next level, and where.',
      [within, environment],
      'Leverage',
    ),
    '/organisation/topic-trends': get(
      'GetTopicTrends',
      'Share of components that met each topic, over time.',
      [within, environment, days(90)],
      'TopicTrends',
    ),
    '/organisation/movers': get(
      'GetMovers',
      'Changes of level, with the verdict that decided each.',
      [
        within,
        environment,
        days(14),
        query('direction', 'Only these.', { ...text, enum: ['rose', 'fell'] }),
        ...page(6, 100),
      ],
      'Movers',
    ),
    '/organisation/what-if': get(
      'GetWhatIf',
      'Who would rise or drop if checks were stricter, only advice, or met; nothing is changed.',
      [
        {
          ...listed('change', 'Check or topic id, a colon, and a severity, advice or met.', {
            minItems: 1,
            maxItems: 20,
            items: { ...text, maxLength: 256 },
          }),
          required: true,
        },
        within,
        environment,
        ...page(20, 200),
      ],
      'WhatIf',
    ),
    '/organisation/cell': get(
      'GetCell',
      'Components with their verdict in a topic and the reason for it, what needs work first.',
      [
        { ...query('topic', 'Topic id.', { ...text, maxLength: 256 }), required: true },
        within,
        environment,
        ...page(25, 200),
      ],
      'Cell',
    ),
    '/progress/{roadmapId}': get(
      'GetProgress',
      "The caller's own progress on a roadmap.",
      [path('roadmapId', 'Id of the roadmap.')],
      'Progress',
    ),
    '/progress/{roadmapId}/topics/{topicId}': {
      put: {
        operationId: 'PutProgress',
        summary: "Sets the caller's own progress on a topic.",
        parameters: [path('roadmapId', 'Id of the roadmap.'), path('topicId', 'Id of the topic.')],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['state'],
                properties: { state: { ...text, enum: ['todo', 'learning', 'done', 'skipped'] } },
              },
            },
          },
        },
        responses: { '200': json('Progress'), ...errors },
      },
    },
    '/progress/{roadmapId}/topics/{topicId}/read': {
      put: {
        operationId: 'PutRead',
        summary: 'Says that the caller has read a topic, or has not.',
        parameters: [path('roadmapId', 'Id of the roadmap.'), path('topicId', 'Id of the topic.')],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['read'],
                properties: { read: { type: 'boolean' } },
              },
            },
          },
        },
        responses: { '200': json('Progress'), ...errors },
      },
    },
    '/organisation/trend': get(
      'GetTrend',
      'Components by level, or by verdict of a topic, at the end of each day.',
      [
        query('scope', 'What is counted.', {
          ...text,
          enum: ['all', 'owner', 'system', 'environment'],
          default: 'all',
        }),
        query('key', 'Entity ref of the owner or system, or name of the environment.', { ...text, maxLength: 512 }),
        within,
        environment,
        query('topic', 'Topic id; without it levels are counted.', { ...text, maxLength: 256 }),
        days(90),
      ],
      'Trend',
    ),
    '/organisation/heatmap': get(
      'GetHeatMap',
      'Share of components that meet each topic, by owner or system.',
      [
        query('by', 'What the rows are: groups, systems, or domains with their systems.', {
          ...text,
          enum: ['owner', 'system', 'domain'],
          default: 'owner',
        }),
        environment,
      ],
      'HeatMap',
    ),
    '/admin/state': get(
      'GetAdminState',
      'How the work goes: what is read of each environment and what is missing, who keeps it, requests to repositories.',
      [],
      'AdminState',
    ),
    '/reports/{kind}/{namespace}/{name}': get('GetReport', 'The report of a component.', entity, 'ReportView'),
    '/reports/{kind}/{namespace}/{name}/recheck': {
      ...get('GetRecheck', 'How far a recheck is, environment by environment.', entity, 'RecheckProgress'),
      post: {
        operationId: 'Recheck',
        summary: 'Judges the component anew, reading what is not watched, and answers with the new report.',
        parameters: entity,
        responses: { '200': json('ReportView'), ...errors },
      },
    },
  },
} as const;
