// The REST API in OpenAPI; requests are validated by it, and it is served at `/openapi.json`.
import { days, environment, errors, get, json, path, query, text, within } from './openapiParts';
import { steeringPaths } from './openapiSteering';

const entity = [
  path('kind', 'Kind of the entity; only components are judged.'),
  path('namespace', 'Namespace of the entity.'),
  path('name', 'Name of the entity.'),
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
    enum: ['name', 'owner', 'system', 'level', 'blockers', 'score', 'coverage', 'change', 'changed'],
    default: 'name',
  }),
  query('order', 'Direction.', { ...text, enum: ['asc', 'desc'], default: 'asc' }),
  days(90),
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
    ...steeringPaths,
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
        query('within', 'Entity ref of a group, system or domain: only what is below it.', { ...text, maxLength: 512 }),
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
