// Parts from which the description of the API is put together.

/** Any text. */
export const text = { type: 'string' } as const;
/** An answer in JSON. */
export const json = (description: string) => ({
  description,
  content: { 'application/json': { schema: { type: 'object' } } },
});
/** The errors that any path may answer. */
export const errors = {
  '400': json('A parameter is wrong; the message says which and why.'),
  '401': json('The caller is not signed in.'),
  '403': json('The permission policy does not allow it.'),
  '404': json('There is no such thing, or the caller may not see it.'),
} as const;

/** A parameter of the path. */
export const path = (name: string, description: string) =>
  ({
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string', minLength: 1, maxLength: 256 },
  }) as const;
/** A parameter of the query. Colons, slashes and the plus of a space may stand in it as they are. */
export const query = (name: string, description: string, schema: object) =>
  ({ name, in: 'query', required: false, description, allowReserved: true, schema }) as const;
/** A path that is read. */
export const get = (operationId: string, summary: string, parameters: readonly object[], answer: string) => ({
  get: { operationId, summary, parameters, responses: { '200': json(answer), ...errors } },
});

/** A parameter that can be given several times. */
export const listed = (name: string, description: string, schema: object) => ({
  ...query(name, description, { type: 'array', ...schema }),
});

/** The part of the organisation that is asked about. */
export const within = listed('within', 'Entity refs of groups, systems or domains; what is below them counts too.', {
  maxItems: 4,
  items: { ...text, maxLength: 512 },
});
/** The environment that is asked about. */
export const environment = query('environment', 'Only what was judged in this environment, by how it stands there.', {
  ...text,
  maxLength: 256,
});
/** How far to look back. */
export const days = (fallback: number) =>
  query('days', 'Days back from today.', { type: 'integer', minimum: 1, maximum: 730, default: fallback });
/** Which items of many. */
export const page = (fallback: number, most: number) => [
  query('limit', 'Items a page.', { type: 'integer', minimum: 1, maximum: most, default: fallback }),
  query('offset', 'Items to skip.', { type: 'integer', minimum: 0, default: 0 }),
];
