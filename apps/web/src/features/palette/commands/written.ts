import { WRITTEN_KINDS } from '@sitrep/shared/timeline/values';
import type { Args } from './plan.ts';
import type { OfferedCommand } from './left-out.ts';

/** Kinds of entries that are nothing but a text; `change …` begins the names of commands. */
const KINDS = WRITTEN_KINDS.filter((kind) => kind !== 'link' && kind !== 'file' && kind !== 'change');
export type TextKind = (typeof KINDS)[number];

export type Written = {
  readonly type: OfferedCommand;
  readonly args: Args;
  readonly as: TextKind | 'service';
  readonly text: string;
};

export const entryOf = (as: TextKind, text: string): Written => ({
  type: 'timeline.add-entry',
  args: { kind: as, text },
  as,
  text,
});

/** `note Rolled back`, `decision …`, `add service redis`: the command together with its text. */
export const writtenIn = (typed: string): Written | undefined => {
  const [, first = '', rest = ''] = /^(?:(?:add|write)\s+)?(\p{L}+):?\s+(\S.*)$/isu.exec(typed.trim()) ?? [];
  const word = first.toLowerCase();
  if (word === 'service') return { type: 'incident.add-service', args: { service: rest }, as: 'service', text: rest };
  const kind = KINDS.find((name) => name === word);
  return kind === undefined ? undefined : entryOf(kind, rest);
};
