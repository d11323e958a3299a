import type { Actor } from './actor.ts';
import { Refusal } from './errors.ts';
import type { ActorRef, Recorded } from './event.ts';
import { invalid } from './refusals.ts';

/** Text, severity, status, user id or UTC ms; nothing where there was or is nothing. */
export type ChangeValue = string | number | undefined;

/** The newest change of something, and what can be taken back from there. */
export type Change = {
  readonly from?: string | number;
  readonly to?: string | number;
  readonly by: ActorRef;
  readonly at: number;
  readonly commandId: string;
  /** What the same person can take back from here, the newest last: each step with what was there before it. */
  readonly back: readonly BackStep[];
};
export type BackStep = { readonly commandId: string; readonly from?: string | number };

type Sides = { readonly from?: ChangeValue; readonly to?: ChangeValue };
type ChangingEvent = Pick<Recorded<{ type: string; data: object }>, 'actor' | 'at' | 'commandId' | 'data'>;

export const changeBy = (event: ChangingEvent, last: Change | undefined, { from, to }: Sides): Change => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  by: event.actor,
  at: event.at,
  commandId: event.commandId,
  back: backFrom(last, event, from),
});

/** Far more than anybody takes back; states stay small. */
export const STEPS_BACK = 10;

/** A change is one step more, one that takes back is one less; what somebody else did ends the way back. */
const backFrom = (
  last: Change | undefined,
  { actor, commandId, data }: ChangingEvent,
  from: ChangeValue,
): readonly BackStep[] => {
  const own = last?.by === actor ? last.back : [];
  const takesBack = 'undoOf' in data && data.undoOf !== undefined;
  return takesBack
    ? own.slice(0, -1)
    : [...own, { commandId, ...(from === undefined ? {} : { from }) }].slice(-STEPS_BACK);
};

/**
 * The step that a command takes back, which leads to `to`: the newest one, made by the same person with the command it
 * names. Nothing where the command takes nothing back.
 * @throws Refusal `conflict` with who changed it since, `invalid` where it leads to anything but what was before
 */
export const stepBack = (
  change: Change | undefined,
  about: object,
  { undoOf, actor, to }: { readonly undoOf: string | undefined; readonly actor: Actor; readonly to: ChangeValue },
): BackStep | undefined => {
  if (undoOf === undefined) return undefined;
  const step = change?.back.at(-1);
  if (step?.commandId !== undoOf || change?.by !== actor.ref) {
    const { back: _steps, ...current } = change ?? {};
    throw new Refusal('conflict', 'Somebody changed this since; nothing was taken back.', {
      current: { ...about, ...current },
    });
  }
  if (step.from !== to) throw invalid('undoOf', 'Taking back leads to what was there before, and nowhere else.');
  return step;
};
