import type * as z from 'zod/mini';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'Expected a text.',
  number: 'Expected a number.',
  int: 'Expected a whole number.',
  boolean: 'Expected true or false.',
  array: 'Expected a list.',
  object: 'Expected an object.',
  record: 'Expected an object.',
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'Expected an id (a UUID).',
  lowercase: 'Expected lower case.',
  url: 'Expected an address (a URL).',
};

/** What is wrong with one field, as a sentence. A message that a schema carries itself comes first. */
export const faultMessage = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This is needed.' : (EXPECTED[issue.expected] ?? 'This has the wrong type.');
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), issue.inclusive !== false);
    case 'invalid_value':
      return issue.input === undefined
        ? `This is needed: ${issue.values.join(', ')}.`
        : `Expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}.`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'This has the wrong form.';
    case 'not_multiple_of':
      return `Expected a multiple of ${issue.divisor}.`;
    case 'unrecognized_keys':
      return 'There is no such field.';
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return 'This has the wrong form.';
  }
};

const tooSmall = (origin: string, minimum: number, inclusive: boolean): string => {
  if (origin === 'string') return `Write at least ${counted(minimum, 'character')}.`;
  if (origin === 'array') return `Give at least ${counted(minimum, 'item')}.`;
  return inclusive ? `Must be ${minimum} or more.` : `Must be more than ${minimum}.`;
};

const tooBig = (origin: string, maximum: number, inclusive: boolean): string => {
  if (origin === 'string') return `Write at most ${counted(maximum, 'character')}.`;
  if (origin === 'array') return `Give at most ${counted(maximum, 'item')}.`;
  return inclusive ? `Must be ${maximum} or less.` : `Must be less than ${maximum}.`;
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
