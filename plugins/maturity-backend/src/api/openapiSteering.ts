// The paths for who steers an organisation, in OpenAPI.
import { days, environment, get, listed, page, query, text, within } from './openapiParts';

/** Paths of `openapi.ts`. */
export const steeringPaths = {
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
};
