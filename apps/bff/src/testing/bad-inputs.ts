import { commandDefinition, type CommandType } from '@sitrep/shared/protocol/catalogue';
import { commandFields, type CommandField } from '@sitrep/shared/protocol/command-fields';
import { MAX_COMMAND_BYTES } from '@sitrep/shared/protocol/http';

export type BadInput = { readonly what: string; readonly input: unknown; readonly code: 'invalid' | 'too-large' };

/** A good input made bad in every way that its schema knows. */
export const badInputs = (type: CommandType, good: object): readonly BadInput[] => {
  // The server makes tokens itself, whatever came.
  const fields = commandFields(type).filter(({ name }) => name !== commandDefinition(type).tokenHash);
  const withField = (name: string, value: unknown): object => ({ ...good, [name]: value });
  const missing = fields
    .filter(({ required }) => required)
    .map(({ name }): BadInput => ({ what: `without ${name}`, input: without(good, name), code: 'invalid' }));
  const wrong = fields.flatMap((field) =>
    wrongValues(field).map((value): BadInput => ({
      what: `${field.name} = ${JSON.stringify(value)}`,
      input: withField(field.name, value),
      code: 'invalid',
    })),
  );
  const oversized = fields.flatMap(({ name, value }): readonly BadInput[] =>
    value.is === 'text' && value.maxLength !== undefined
      ? [{ what: `${name} too long`, input: withField(name, 'x'.repeat(value.maxLength + 1)), code: 'invalid' }]
      : [],
  );
  return [
    ...missing,
    ...wrong,
    ...oversized,
    { what: 'a field that there is not', input: withField('surprise', 1), code: 'invalid' },
    { what: 'a list', input: [good], code: 'invalid' },
    { what: 'no JSON', input: '{"title":', code: 'invalid' },
    { what: 'a huge body', input: withField('surprise', 'x'.repeat(MAX_COMMAND_BYTES)), code: 'too-large' },
  ];
};

const without = (good: object, name: string): object =>
  Object.fromEntries(Object.entries(good).filter(([field]) => field !== name));

/** What no field of this kind takes. */
const wrongValues = ({ value, nullable }: CommandField): readonly unknown[] => {
  const never = nullable ? [{ a: 1 }] : [null, { a: 1 }];
  switch (value.is) {
    case 'thing':
      return [...never, 7, 'nobody'];
    case 'choice':
      return [...never, 'nonsense', 99];
    case 'time':
      return [...never, 'soon', -1, 1.5];
    case 'flag':
      return [...never, 'yes', 1];
    case 'service':
    case 'text':
      return [...never, 7, ['a']];
    case 'structure':
      // Lists, objects, numbers and what is not simply a text: only what none of them is.
      return [true];
  }
};
