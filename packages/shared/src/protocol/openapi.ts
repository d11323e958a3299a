import { ERROR_CODES } from '../kernel/errors.ts';
import { PROTOCOL } from './socket.ts';
import { COMMAND_TYPES, commandDefinition, type CommandType } from './catalogue.ts';
import { HTTP_ROUTES, QUERY_PARAMETERS, type HttpRoute } from './http-routes.ts';
import { inputSchemaOf, type JsonSchema } from './json-schema.ts';

type Json = { readonly [key: string]: unknown };
type Paths = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/**
 * OpenAPI 3.1 of everything the server answers, derived from the registry. `notHere`: commands that the server keeps
 * for itself.
 */
export const openApiDocument = (notHere: ReadonlySet<CommandType> = new Set()): Json => ({
  openapi: '3.1.0',
  info: { title: 'Sitrep', version: `1.${PROTOCOL}`, description: 'Live war room for technical incidents.' },
  security: [{ bearer: [] }, { session: [] }],
  paths: {
    ...pathsOf(HTTP_ROUTES),
    ...Object.fromEntries(
      COMMAND_TYPES.filter((type) => !notHere.has(type)).map((type) => [
        `/api/v1/commands/${type}`,
        { post: commandOperation(type) },
      ]),
    ),
  },
  components: {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer' },
      session: { type: 'apiKey', in: 'cookie', name: 'sitrep_session', description: 'With TLS: `__Host-sitrep`.' },
    },
    schemas: { Problem: PROBLEM, CommandAnswer: COMMAND_ANSWER },
  },
});

const commandOperation = (type: CommandType): Json => ({
  operationId: type,
  tags: [type.slice(0, type.indexOf('.'))],
  summary: commandDefinition(type).summary,
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      schema: { type: 'string', maxLength: 100 },
      description: 'A repeat with the same key does nothing and answers what the first one did.',
    },
  ],
  requestBody: { required: true, content: { 'application/json': { schema: commandBody(type) } } },
  responses: {
    200: json('What happened; no events where it was so already.', { $ref: '#/components/schemas/CommandAnswer' }),
    default: PROBLEM_ANSWER,
  },
});

/** As a caller sends it: ids of what is new may be left out, hashes of tokens are the server's alone. */
const commandBody = (type: CommandType): JsonSchema => {
  const { schema, newIds = [], tokenHash } = commandDefinition(type);
  const { properties = {}, required = [], ...rest } = inputSchemaOf(schema);
  const isNew = (name: string): boolean => newIds.some((id: string) => id === name);
  const left = Object.entries(properties)
    .filter(([name]) => name !== tokenHash)
    .map(([name, field]) => [name, name === 'incidentId' && !isNew(name) ? INCIDENT : field]);
  return {
    ...rest,
    properties: Object.fromEntries(left),
    required: required.filter((name) => name !== tokenHash && !isNew(name)),
  };
};

const INCIDENT: JsonSchema = { type: 'string', description: 'Its id, or its key such as INC-2026-0042.' };

const pathsOf = (routes: readonly HttpRoute[]): Paths => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  return paths;
};

const operation = (route: HttpRoute): Json => ({
  summary: route.summary,
  ...(route.open === true ? { security: [] } : {}),
  parameters: [...pathParameters(route.path), ...queryParameters(route), ...headerParameters(route)],
  ...(route.method === 'post' || route.method === 'put'
    ? { requestBody: { required: true, content: bodyOf(route) } }
    : {}),
  responses: { ...answersOf(route), default: PROBLEM_ANSWER },
});

const pathParameters = (path: string): readonly Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

const queryParameters = ({ query = [] }: HttpRoute): readonly Json[] =>
  query.map((name) => {
    const { type, description } = QUERY_PARAMETERS[name];
    return { name, in: 'query', description, schema: { type } };
  });

const headerParameters = ({ takesBytes }: HttpRoute): readonly Json[] =>
  Object.entries(takesBytes?.headers ?? {}).map(([name, description]) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  }));

const bodyOf = ({ body, takesBytes }: HttpRoute): Json => ({
  [takesBytes === undefined ? 'application/json' : 'application/octet-stream']: {
    schema: body === undefined ? {} : inputSchemaOf(body),
  },
});

const answersOf = ({ answers = { mediaType: 'application/json' } }: HttpRoute): Json =>
  'status' in answers
    ? { [answers.status]: { description: 'Done.' } }
    : { 200: { description: 'The answer.', content: { [answers.mediaType]: {} } } };

const json = (description: string, schema: Json): Json => ({
  description,
  content: { 'application/json': { schema } },
});

const PROBLEM_ANSWER: Json = {
  description: 'Refused: an RFC 9457 problem document.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const PROBLEM: Json = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A sentence for a person.' },
    code: { type: 'string', enum: ERROR_CODES, description: 'Stable, for a program.' },
    current: { description: 'With `conflict`: what is true now.' },
    faults: {
      type: 'array',
      description: 'With `invalid`: each fault by the path of its field.',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, message: { type: 'string' } },
        required: ['path', 'message'],
      },
    },
    retryAfterS: { type: 'number', description: 'Seconds after which a retry makes sense.' },
    known: { type: 'array', items: { type: 'string' }, description: 'With `not-found` of a name: what there is.' },
  },
  required: ['type', 'title', 'status', 'detail', 'code'],
};

const COMMAND_ANSWER: Json = {
  type: 'object',
  properties: {
    events: { type: 'array', items: { type: 'object' } },
    position: { type: 'integer', description: 'For `atLeast` of a later read.' },
    outcome: { type: 'string', enum: ['accepted', 'repeated', 'unchanged'] },
    token: { type: 'string', description: 'Of a new invite or integration; shown this once.' },
  },
  required: ['events', 'position', 'outcome'],
};
