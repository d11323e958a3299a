/** What a template may stand for; `rooms/updates/facts.ts` finds it out. */
export const VARIABLES = [
  'key',
  'title',
  'severity',
  'status',
  'started',
  'duration',
  'impact.users',
  'impact.business',
  'impact.reputation',
  'services',
  'components',
  'cause',
  'action',
  'workaround',
  'commander',
  'next',
] as const;
export type Variable = (typeof VARIABLES)[number];
export const isVariable = (name: string): name is Variable => (VARIABLES as readonly string[]).includes(name);

/** What is known; the rest stays a gap. */
export type VariableValues = Readonly<Partial<Record<Variable, string>>>;

const PLACEHOLDER = /\{\{\s*([^{}]{0,60}?)\s*\}\}/gu;

/** What is not known stays as it is, for people to fill in. */
export const fillIn = (template: string, values: VariableValues): string =>
  template.replace(
    PLACEHOLDER,
    (placeholder, name: string) => (isVariable(name) ? values[name] : undefined) ?? placeholder,
  );

/** Names between double braces, each once, in the order found. */
export const gapsIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name)),
];

/** Names that no fact stands behind: slips of whoever wrote the template. */
export const unknownVariables = (template: string): readonly string[] =>
  gapsIn(template).filter((name) => !isVariable(name));
