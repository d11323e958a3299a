import type { Attachment } from '@sitrep/shared/timeline/attachment';
import type { QuickEntry } from '../quick-entry.ts';

/** An entry has a text: without words, the names of its files. */
export const namesOf = (attachments: readonly Pick<Attachment, 'name'>[]): string =>
  attachments.map(({ name }) => name).join(', ');

/** What is asked for where files are to be sent along. */
export const withFiles = (entry: QuickEntry, attachments: readonly Attachment[]): QuickEntry =>
  entry.does === 'nothing' && attachments.length > 0
    ? { does: 'write', kind: 'file', text: namesOf(attachments) }
    : entry;
