import type { Recorded } from '@sitrep/shared/kernel/event';
import { commandDefinition, type SitrepEvent } from '@sitrep/shared/protocol/catalogue';
import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import { compensation, type Compensation, type EntryBefore } from '@sitrep/shared/protocol/undo';
import type { SendCommand } from './live-client.ts';

type Done = { readonly events: readonly Recorded<SitrepEvent>[]; readonly before: EntryBefore };

/** Sends what takes back a command; several of them in the order in which they were asked for. */
export const createCompensate = (send: SendCommand): ((done: Done) => Promise<void>) => {
  /** Revisions of entries that stand again under a later number, since an edit after them was taken back. */
  const standsAs = new Map<string, number>();

  const later = (entryId: string, revision: number): number => {
    const next = standsAs.get(`${entryId}/${revision}`);
    return next === undefined ? revision : later(entryId, next);
  };

  const rebased = ({ type, command }: Compensation): Compensation['command'] =>
    type === 'timeline.edit-entry'
      ? { ...command, baseRevision: later(command.entryId, command.baseRevision) }
      : command;

  /** Taking back a revision brings back the one before it. */
  const noteRestored = ({ type, command }: Compensation, { events }: CommandAnswer) => {
    if (type !== 'timeline.edit-entry') return;
    for (const event of events) {
      if (event.type !== 'timeline.entry-edited') continue;
      standsAs.set(`${command.entryId}/${command.baseRevision - 1}`, event.data.revision);
    }
  };

  const sendAll = async (steps: readonly Compensation[]): Promise<void> => {
    for (const step of steps) {
      // One after the other: they are about one thing.
      // oxlint-disable-next-line no-await-in-loop
      noteRestored(step, await send<Compensation['type']>(step.type, rebased(step)));
    }
  };

  let former: Promise<void> = Promise.resolve();

  return ({ events, before }) => {
    const steps = compensation(events, before);
    if (!steps.some(needsTurn)) return sendAll(steps);
    const turn = former.then(() => sendAll(steps));
    former = turn.catch(() => {});
    return turn;
  };
};

/** The outbox keeps the order by itself, but does not know which revision the edit before leads to. */
const needsTurn = ({ type }: Compensation): boolean =>
  commandDefinition(type).mode === 'confirmed' || type === 'timeline.edit-entry';
