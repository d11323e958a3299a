import { commandDefinition, type CommandType } from '@sitrep/shared/protocol/catalogue';

/** The registry's sentence, as a title and what it adds. */
export const commandTitle = (type: CommandType): { readonly title: string; readonly detail: string } => {
  const { summary } = commandDefinition(type);
  const [, title = summary, rest = ''] = /^(.*?)[.:;]\s*(.*)$/s.exec(summary) ?? [];
  return { title, detail: rest === '' ? '' : `${rest.charAt(0).toUpperCase()}${rest.slice(1)}` };
};
