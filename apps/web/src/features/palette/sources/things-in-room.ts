import type { ThingKind } from '@sitrep/shared/protocol/command-fields';
import type { RoomParts } from '@sitrep/shared/rooms/room';

/** What is told apart by the room that it is in. */
export type RoomThing = Extract<
  ThingKind,
  'hypothesis' | 'mitigation' | 'objection' | 'task' | 'follow-up' | 'need' | 'criterion' | 'link' | 'update'
>;

export type ThingInRoom = { readonly value: string; readonly title: string; readonly detail?: string };

/** Hypotheses, mitigations, tasks and so on of one room, the newest first. */
export const thingsInRoom = (kind: RoomThing, parts: RoomParts | undefined): readonly ThingInRoom[] => {
  if (parts === undefined) return [];
  switch (kind) {
    case 'hypothesis':
      return parts.hypotheses.items
        .map(({ id, number, text }) => ({ value: id, title: text, detail: `H${number}` }))
        .toReversed();
    case 'mitigation':
      return parts.mitigations.items
        .map(({ id, number, plan }) => ({ value: id, title: plan.title, detail: `M${number}` }))
        .toReversed();
    case 'objection':
      return parts.mitigations.items.flatMap(({ number, objections }) =>
        objections.map(({ id, reason }) => ({ value: id, title: reason, detail: `M${number}` })),
      );
    case 'task':
      return parts.tasks.items
        .map(({ id, number, text }) => ({ value: id, title: text, detail: `T${number}` }))
        .toReversed();
    case 'follow-up':
      return parts.tasks.followUps.map(({ id, text }) => ({ value: id, title: text }));
    case 'need':
      return parts.roster.needs.map(({ id, text }) => ({ value: id, title: text }));
    case 'criterion':
      return parts.situation.criteria.map(({ id, text }) => ({ value: id, title: text }));
    case 'link':
      return parts.situation.links.map(({ id, label, url }) => ({ value: id, title: label === '' ? url : label }));
    case 'update':
      return parts.updates.items.map(({ id, number, content }) => ({
        value: id,
        title: content.text,
        detail: `U${number}`,
      }));
  }
};
