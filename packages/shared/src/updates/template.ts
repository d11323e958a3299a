import { isTemplateVariable, variablesIn, type TemplateVariable } from '../settings/values.ts';

/** What is known; the rest stays a gap. */
export type VariableValues = Readonly<Partial<Record<TemplateVariable, string>>>;

/** What is not known stays as it is, for people to fill in. */
export const fillIn = (template: string, values: VariableValues): string =>
  template.replace(
    /\{\{\s*([^{}]*?)\s*\}\}/gu,
    (placeholder, name: string) => (isTemplateVariable(name) ? values[name] : undefined) ?? placeholder,
  );

/** What somebody still has to fill in, each once, in the order found. */
export const gapsIn = variablesIn;

/** Names that no fact stands behind: slips of whoever wrote the template. */
export const unknownVariables = (template: string): readonly string[] =>
  variablesIn(template).filter((name) => !isTemplateVariable(name));
