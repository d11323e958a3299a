import { changeBy, type Change } from '../kernel/changes.ts';
import type { Recorded } from '../kernel/event.ts';
import { appended } from '../kernel/lists.ts';
import type { SituationEvent } from './events.ts';
import type { Removed } from './state.ts';

type ChangingEvent = Recorded<SituationEvent>;

/** Far more than anybody takes back. */
const REMOVED_KEPT = 10;

type Listed = { readonly id: string; readonly change: Change };

/** Without the thing, which is remembered with the place it had. */
export const taken = <Item extends Listed>(
  items: readonly Item[],
  removed: readonly Removed<Item>[],
  id: string,
  event: ChangingEvent,
): { readonly items: readonly Item[]; readonly removed: readonly Removed<Item>[] } => {
  const index = items.findIndex((item) => item.id === id);
  const found = items[index];
  if (found === undefined) return { items, removed };
  const item = { ...found, change: changeBy(event, found.change, { from: found.change.to }) };
  return {
    items: items.toSpliced(index, 1),
    removed: appended(removed, { item, index, by: event.actor, commandId: event.commandId }).slice(-REMOVED_KEPT),
  };
};

/** Where adding takes a removal back, the thing comes back to its place as it was. */
export const putBack = <Item extends Listed>(
  removed: readonly Removed<Item>[],
  id: string,
  { undoOf }: { readonly undoOf?: string | undefined },
): { readonly item?: Item; readonly index?: number; readonly rest: readonly Removed<Item>[] } => {
  const found = removed.find(({ item }) => item.id === id);
  const rest = removed.filter((one) => one !== found);
  return found === undefined || undoOf === undefined ? { rest } : { item: found.item, index: found.index, rest };
};
