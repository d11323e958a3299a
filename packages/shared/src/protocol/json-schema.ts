import * as z from 'zod/mini';
import { Severity } from '../incidents/values.ts';
import { Timestamp } from '../kernel/text.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What a caller has to send, as JSON Schema 2020-12. */
export const inputSchemaOf = (schema: z.ZodMiniType): JsonSchema => {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io: 'input', override: readable });
  return described;
};

const DESCRIPTIONS: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [Timestamp, 'UTC milliseconds since 1970.'],
  [Severity, '1 is the worst (SEV1), 4 the least.'],
]);

type Overriding = { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema };

const readable = ({ zodSchema, jsonSchema }: Overriding): void => {
  const description = DESCRIPTIONS.get(zodSchema);
  if (description !== undefined) jsonSchema.description = description;
  const { def } = zodSchema._zod;
  if (def.type === 'string' && 'format' in def && def.format === 'uuid') replace(jsonSchema, UUID);
  if (def.type === 'pipe' && jsonSchema.type === 'string') Object.assign(jsonSchema, limitsOf(def.out));
};

const UUID: JsonSchema = { type: 'string', format: 'uuid' };

const replace = (schema: JsonSchema, by: JsonSchema): void => {
  for (const key of Object.keys(schema)) delete schema[key];
  Object.assign(schema, by);
};

/** Texts are mended first and measured then; a caller is best told the measure. */
const limitsOf = (mended: z.core.$ZodType): JsonSchema => {
  const { minLength, maxLength, pattern } = z.toJSONSchema(mended, { io: 'input', unrepresentable: 'any' });
  return {
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(pattern === undefined ? {} : { pattern }),
  };
};
