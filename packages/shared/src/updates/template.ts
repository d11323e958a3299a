import {
  isTemplateVariable as isVariable,
  TEMPLATE_VARIABLES as VARIABLES,
  type TemplateVariable as Variable,
} from '../settings/values.ts';

export { isVariable, VARIABLES, type Variable };

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
