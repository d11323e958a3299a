import type { Recorded } from '@sitrep/shared/kernel/event';
import type { CommandType, SitrepEvent } from '@sitrep/shared/protocol/catalogue';
import type { CommandProblem } from './command-problem.ts';

export type Sent = {
  readonly type: CommandType;
  readonly command: Readonly<Record<string, unknown>>;
  readonly commandId: string;
  /** The command that it was given together with. */
  readonly partOf?: string | undefined;
};

/** Something done in this page that can be taken back. */
export type Undoable = Sent & {
  /** What happened; foretold while the command waits in the outbox. */
  readonly events: readonly Recorded<SitrepEvent>[];
};

/** What is to be said of it; `count` tells two alike apart. */
export type UndoNotice = {
  readonly count: number;
  readonly about: Undoable;
  /** `refused`: somebody changed it since. `failed`: the server did not answer; it can be tried again. */
  readonly what: 'offered' | 'undone' | 'refused' | 'failed';
  readonly problem?: CommandProblem;
};

export type UndoState = { readonly stack: readonly Undoable[]; readonly notice?: UndoNotice };
