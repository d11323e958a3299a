import { commandDefinition, type CommandType } from '@sitrep/shared/protocol/catalogue';

/** The first sentence of the registry, as a title and what it adds; the rest is for those who write programs. */
export const commandTitle = (type: CommandType): { readonly title: string; readonly detail: string } => {
  const [summary = ''] = commandDefinition(type).summary.split(/(?<=\.)\s/);
  const [, title = summary, rest = ''] = /^(.*?)[.:;]\s*(.*)$/s.exec(summary) ?? [];
  return { title, detail: rest === '' ? '' : `${rest.charAt(0).toUpperCase()}${rest.slice(1)}` };
};
