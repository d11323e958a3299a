import { partsOf } from '@sitrep/shared/rooms/room';
import { isFact, type RecordedEvent } from '@sitrep/shared/timeline/recorded';
import { expect } from 'vitest';
import { INCIDENT, type World } from './simulated-world.ts';

/** Every page shows what the server has, and nothing waits. */
export const assertConverged = (world: World) => {
  const truth = world.server.room(INCIDENT);
  for (const { client } of world.tabs) {
    const view = client.room(INCIDENT).store.getState();
    const accepted = view.entries.filter(({ delivery }) => delivery === undefined);
    expect(client.connection.getState()).toMatchObject({ status: 'live' });
    expect(view.incident).toEqual(truth?.incident);
    expect(view.parts).toEqual(truth === undefined ? undefined : partsOf(truth));
    expect([...view.deliveries.values()].filter(({ delivery }) => delivery !== 'refused')).toEqual([]);
    const marks = view.entries.filter(({ delivery }) => delivery === 'pending' || delivery === 'unsent');
    expect(marks).toEqual([]);
    const shown = new Set(accepted.map(({ id }) => id));
    const withoutMarked = truth?.timeline.entries.filter(({ id }) => shown.has(id));
    expect(accepted).toEqual(withoutMarked);
    expect(view.entries.length).toBeGreaterThan(0);
    expect(client.board.store.getState().rows).toEqual((world.server.snapshot('board') as { rows: unknown }).rows);
    expect(client.unsent.getState().count).toBe(0);
  }
};

export const assertWindowHasNoHoles = (world: World) => {
  const all = world.server.room(INCIDENT)?.timeline.entries ?? [];
  for (const { client } of world.tabs) {
    const { entries, hasOlder } = client.room(INCIDENT).store.getState();
    const ofServer = entries.filter(({ id }) => all.some((entry) => entry.id === id));
    expect(ofServer.map(({ id }) => id)).toEqual(all.slice(-ofServer.length).map(({ id }) => id));
    expect(hasOlder).toBe(ofServer.length < all.length);
  }
};

/** What was written on a page happened once, in the order written, or was refused. */
export const assertWrittenOnce = (world: World) => {
  const refused = new Set(world.browsers.flatMap(({ storage }) => [...storage.items.keys()]));
  for (const [commandId, text] of world.written) {
    const events = world.server.events.filter((event) => event.commandId === commandId);
    const notes = world.server.events.filter((event) => JSON.stringify(event.data).includes(`"${text}"`));
    if (refused.has(commandId)) expect(events).toEqual([]);
    else expect([text, events.length, notes.length]).toEqual([text, 1, 1]);
  }
  const order = [...world.written.keys()];
  for (const person of world.people) {
    const ofPerson = world.server.events.filter(
      ({ actor, commandId }) => actor === person.actor.ref && world.written.has(commandId),
    );
    const positions = ofPerson.map(({ commandId }) => order.indexOf(commandId));
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  }
};

/** What somebody wrote stands where it was written, or is told of on the timeline for ever. */
export const assertTextsKept = (world: World) => {
  const room = world.server.room(INCIDENT);
  if (room === undefined) throw new Error('The room went away.');
  const { entries } = room.timeline;
  const facts = new Set(entries.flatMap((entry) => (entry.origin === 'recorded' ? [JSON.stringify(entry.fact)] : [])));
  const parts = JSON.stringify(partsOf(room));
  for (const { type, data } of world.server.events) {
    if (type === 'timeline.entry-added' || type === 'timeline.entry-edited') {
      const entry = entries.find(({ id }) => id === data.entryId);
      const texts = entry?.origin === 'written' ? [entry.text, ...entry.history.map(({ text }) => text)] : [];
      expect(texts).toContain(data.text);
    } else if (isToldOf({ type, data } as RecordedEvent) && !facts.has(JSON.stringify({ type, data }))) {
      const texts = Object.values(data).filter((value) => typeof value === 'string');
      expect([type, texts.filter((text) => !parts.includes(JSON.stringify(text)))]).toEqual([type, []]);
    }
  }
};

/** Other than drafts, and than alerts, which share one entry by group. */
const isToldOf = (event: RecordedEvent): boolean =>
  !event.type.startsWith('timeline.') && !event.type.startsWith('incident.alerts-') && isFact(event);
