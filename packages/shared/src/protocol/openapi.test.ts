import { describe, expect, it } from 'vitest';
import { COMMAND_TYPES, commandDefinition } from './catalogue.ts';
import { HTTP_ROUTES } from './http-routes.ts';
import { openApiDocument } from './openapi.ts';
import { SAMPLE_COMMANDS } from '../testing/sample-commands.ts';

type Body = { type: string; properties: Record<string, unknown>; required: string[] };
type Operation = {
  operationId?: string;
  summary: string;
  security?: unknown[];
  parameters: { name: string; in: string }[];
  requestBody?: { content: { 'application/json': { schema: Body } } };
};
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };

const document = openApiDocument() as Document;

const bodyOf = (type: string): Body => {
  const schema = document.paths[`/api/v1/commands/${type}`]?.['post']?.requestBody?.content['application/json'].schema;
  if (schema === undefined) throw new Error(`${type} has no body`);
  return schema;
};

describe('the OpenAPI document', () => {
  it.each(COMMAND_TYPES)('[API-1] has %s, with a body that the sample command fits', (type) => {
    const { tokenHash, newIds = [] } = commandDefinition(type);
    const body = bodyOf(type);
    expect(body.type).toBe('object');
    const sent = Object.keys(SAMPLE_COMMANDS[type]).filter((name) => name !== tokenHash);
    expect(Object.keys(body.properties)).toEqual(expect.arrayContaining(sent));
    expect(sent).toEqual(expect.arrayContaining(body.required));
    expect(body.properties).not.toHaveProperty('tokenHash');
    expect(body.required.filter((name) => newIds.some((id: string) => id === name))).toEqual([]);
  });

  it('[API-1] says what the schemas say', () => {
    expect(bodyOf('incident.declare')).toMatchObject({
      additionalProperties: false,
      required: ['title'],
      properties: {
        incidentId: { type: 'string', format: 'uuid' },
        title: { type: 'string', minLength: 1, maxLength: 200 },
        severity: { enum: [1, 2, 3, 4], default: 2, description: expect.stringContaining('SEV1') },
        startedAt: { type: 'integer', description: 'UTC milliseconds since 1970.' },
        services: { type: 'array', maxItems: 50 },
      },
    });
    expect(bodyOf('people.invite').properties['handle']).toMatchObject({ pattern: expect.stringContaining('a-z0-9') });
  });

  it('[API-2] has every other route once, with the parameters of its path', () => {
    const routes = HTTP_ROUTES.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(routes).size).toBe(routes.length);
    for (const { method, path } of HTTP_ROUTES) {
      const named = document.paths[path]?.[method]?.parameters.filter((parameter) => parameter.in === 'path');
      expect(named?.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    }
  });

  it('[API-3] leaves out what the server keeps for itself', () => {
    const paths = Object.keys((openApiDocument(new Set(['people.accept-invite'])) as Document).paths);
    expect(paths).not.toContain('/api/v1/commands/people.accept-invite');
    expect(paths).toContain('/api/v1/commands/people.invite');
  });

  it('[API-4] is plain JSON in which every reference leads somewhere', () => {
    const text = JSON.stringify(document);
    expect(JSON.parse(text)).toEqual(document);
    expect(document.openapi).toBe('3.1.0');
    for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g)) {
      expect(document).toHaveProperty(`components.schemas.${name}`);
    }
  });
});
