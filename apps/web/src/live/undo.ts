import type { Recorded } from '@sitrep/shared/kernel/event';
import { commandDefinition, type SitrepEvent } from '@sitrep/shared/protocol/catalogue';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import { compensation, type EntryBefore } from '@sitrep/shared/protocol/undo';
import { findById } from '@sitrep/shared/timeline/places';
import type { TimelineEntry } from '@sitrep/shared/timeline/state';
import type { StoreApi } from 'zustand/vanilla';
import { CommandProblem } from './command-problem.ts';
import { createCompensate } from './compensate.ts';
import type { ReadStore, SendCommand } from './live-client.ts';
import type { Outbox } from './outbox.ts';
import type { Sent, Undoable, UndoNotice, UndoState } from './undo-state.ts';

export type UndoPorts = {
  readonly send: SendCommand;
  readonly withdraw: Outbox['withdraw'];
  /** The entries of a room as they are on screen. */
  readonly entriesOf: (id: IncidentId) => readonly TimelineEntry[];
  /** What an optimistic command makes happen in the room that is on screen; nothing where none is. */
  readonly foretell: (sent: Sent) => readonly Recorded<SitrepEvent>[];
};

export type Undo = ReadStore<UndoState> & {
  /** Before a command goes: remembers how things stood. What it returns is to be given the answer. */
  readonly watch: (sent: Sent) => (answer: Promise<CommandAnswer>) => void;
  /** Takes back what was done last, or this. */
  readonly undo: (commandId?: string) => Promise<void>;
  /** Somebody else may sign in next. */
  readonly forgetAll: () => void;
};

type Remembered = Undoable & {
  readonly before: EntryBefore;
  readonly answer: Promise<CommandAnswer>;
  accepted: boolean;
};

/** What was done in this page can be taken back for as long as the page lives, the newest first. */
export const createUndo = (ports: UndoPorts, store: StoreApi<UndoState>): Undo => {
  const remembered = new Map<string, Remembered>();
  const compensate = createCompensate(ports.send);
  let count = 0;

  const notify = (about: Undoable, what: UndoNotice['what'], problem?: CommandProblem) => {
    count += 1;
    const notice = { count, about, what, ...(problem === undefined ? {} : { problem }) };
    store.setState({ stack: [...remembered.values()], notice }, true);
  };
  const forget = (commandId: string) => {
    if (remembered.delete(commandId)) store.setState({ stack: [...remembered.values()] });
  };

  const remember = (item: Remembered, offer: boolean) => {
    remembered.set(item.commandId, item);
    if (offer) notify(item, 'offered');
    else store.setState({ stack: [...remembered.values()] });
  };

  const entriesShown = ({ command: { incidentId } }: Sent): readonly TimelineEntry[] =>
    typeof incidentId === 'string' ? ports.entriesOf(incidentId as IncidentId) : [];

  const watch: Undo['watch'] = (sent) => {
    if (sent.command['undoOf'] !== undefined) return ignore;
    const before = entryOf(sent, entriesShown(sent));
    const foretold = ports.foretell(sent);
    return (answer) => {
      const ahead = { ...sent, events: foretold, before, answer, accepted: false };
      const isOffered = compensation(foretold, before).length > 0;
      if (isOffered) remember(ahead, true);
      void answer.then(
        ({ events }) => {
          // Taken back before the answer came.
          if (isOffered && !remembered.has(sent.commandId)) return;
          if (compensation(events, before).length === 0) forget(sent.commandId);
          else remember({ ...ahead, events, accepted: true }, !isOffered);
        },
        () => forget(sent.commandId),
      );
    };
  };

  const isWithdrawn = (item: Remembered): boolean =>
    !item.accepted &&
    ports.withdraw(item.commandId, (late) => {
      // It was on its way, and has arrived all the same.
      void compensate({ ...item, events: late.events }).catch((error: unknown) => tell(item, error));
    });

  const tell = (item: Remembered, error: unknown) => {
    if (!(error instanceof CommandProblem)) throw error;
    const mayTryAgain = error.code === 'unavailable';
    if (mayTryAgain) remembered.set(item.commandId, item);
    notify(item, mayTryAgain ? 'failed' : 'refused', error);
  };

  /** What was given together goes together: the parts of a long import, a note and what it keeps; the newest first. */
  const partsOf = (item: Remembered): readonly Remembered[] => {
    const whole = item.partOf ?? item.commandId;
    const { importId } = item.command;
    const belongs = ({ command, commandId, partOf }: Remembered): boolean =>
      importId === undefined ? commandId === whole || partOf === whole : command['importId'] === importId;
    return [...remembered.values()].filter(belongs).toReversed();
  };

  const undo: Undo['undo'] = async (commandId) => {
    const asked = commandId === undefined ? [...remembered.values()].at(-1) : remembered.get(commandId);
    if (asked === undefined) return;
    const parts = partsOf(asked);
    for (const part of parts) forget(part.commandId);
    const left = parts.filter((part) => !isWithdrawn(part));
    if (left.length === 0) return notify(asked, 'undone');
    // Any part of an import brings back all that came.
    const steps = asked.command['importId'] === undefined ? left : left.slice(0, 1);
    await Promise.all(steps.map(takeBack));
  };

  const takeBack = async (item: Remembered): Promise<void> => {
    const accepted = await item.answer.catch(() => undefined);
    // Refused meanwhile: there is nothing to take back.
    if (accepted === undefined) return;
    const done = { ...item, events: accepted.events };
    const waits = compensation(done.events, done.before).every(
      ({ type }) => commandDefinition(type).mode === 'optimistic',
    );
    try {
      const sent = compensate(done);
      // What may wait in the outbox shows at once.
      if (waits) notify(done, 'undone');
      await sent;
      if (!waits) notify(done, 'undone');
    } catch (error) {
      tell(done, error);
    }
  };

  const forgetAll = () => {
    remembered.clear();
    store.setState({ stack: [] }, true);
  };

  return { ...store, watch, undo, forgetAll };
};

const ignore = (): void => {};

/** The one entry that a command is about, as it was at that moment: entries are replaced, never changed. */
const entryOf = ({ command: { entryId } }: Sent, entries: readonly TimelineEntry[]): EntryBefore => {
  const found = typeof entryId === 'string' ? findById(entries, entryId) : undefined;
  return (id) => (found?.id === id && found.origin === 'written' ? found : undefined);
};
