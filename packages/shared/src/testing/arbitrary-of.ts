import * as fc from 'fast-check';
import type * as z from 'zod/mini';
import { inputSchemaOf, type JsonSchema } from '../protocol/json-schema.ts';
import { CAST, testId } from './cast.ts';
import { ALERTS, INCIDENT, OTHER_INCIDENT } from './incident-past.ts';
import { MINUTE, T0 } from './history.ts';

// Few ids, handles and times, so that random commands meet what earlier ones made.
const few = fc.constantFrom(testId(0x51), testId(0x52), testId(0x53));
const ids: Readonly<Record<string, fc.Arbitrary<string>>> = {
  incidentId: fc.constant(INCIDENT),
  otherId: fc.constantFrom(INCIDENT, OTHER_INCIDENT),
  userId: fc.constantFrom(...CAST.map(({ id }) => id)),
  alertId: fc.constantFrom(...ALERTS),
  alertIds: fc.constantFrom(...ALERTS),
};
const words = fc.constantFrom('ada', 'Ada', 'ben', 'checkout', 'g', 'h', 'a note', '  ', 'a\u0000b', 'ü 🔥');
const texts = fc.oneof({ weight: 4, arbitrary: words }, fc.string({ maxLength: 20, unit: 'binary' }));
const numbers = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }) },
  fc.integer({ min: T0 - 5 * MINUTE, max: T0 + 10 * MINUTE }),
  fc.integer(),
);

/** Values that a schema describes, at random. Texts keep no limits, so that some are invalid. */
export const arbitraryOf = (schema: z.ZodMiniType): fc.Arbitrary<unknown> => fromJsonSchema(inputSchemaOf(schema));

const fromJsonSchema = (schema: JsonSchema | boolean, name = ''): fc.Arbitrary<unknown> => {
  if (typeof schema === 'boolean') return texts;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const options = schema.oneOf ?? schema.anyOf;
  if (options !== undefined) return fc.oneof(...options.map((option) => fromJsonSchema(option, name)));
  if (schema.type === 'object') return objects(schema);
  if (schema.type === 'array') return arrays(schema, name);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  if (schema.type === 'string') return strings(schema, name);
  return numbers.map((n) => within(schema, n));
};

const arrays = ({ items, minItems = 0 }: JsonSchema, name: string): fc.Arbitrary<unknown> =>
  fc.array(fromJsonSchema(items as JsonSchema, name), { minLength: minItems, maxLength: 4 });

const within = ({ minimum = Number.MIN_SAFE_INTEGER, maximum = T0 * 2 }: JsonSchema, n: number): number =>
  Math.min(Math.max(n, minimum), maximum);

const strings = ({ format, pattern }: JsonSchema, name: string): fc.Arbitrary<unknown> => {
  if (format === 'uuid') return ids[name] ?? few;
  return pattern === undefined ? texts : fc.oneof(words, fc.stringMatching(new RegExp(pattern)));
};

const objects = ({ properties = {}, required = [], additionalProperties }: JsonSchema): fc.Arbitrary<unknown> =>
  typeof additionalProperties === 'object' && Object.keys(properties).length === 0
    ? fc.dictionary(texts, fromJsonSchema(additionalProperties), { maxKeys: 3, noNullPrototype: true })
    : fc
        .record(
          Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, fromJsonSchema(value, key)])),
          { requiredKeys: [...required] },
        )
        // As JSON brings them: objects with the usual prototype.
        .map((fields) => ({ ...fields }));
