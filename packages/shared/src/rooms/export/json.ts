import { isDeclared } from '../../incidents/state.ts';
import { userIdOf } from '../../kernel/actor.ts';
import type { ActorRef } from '../../kernel/event.ts';
import type { UserId } from '../../kernel/ids.ts';
import { partsOf } from '../room.ts';
import type { Exported } from './markdown.ts';
import { nameOf, type Names } from './names.ts';

/** Raised when something in it is renamed or goes. */
export const EXPORT_SCHEMA = 1;

/** The whole room as it is kept, for programs: ids instead of names, and who they are beside it. */
export const jsonOf = ({ room, names, now }: Exported): object => {
  const { incident, timeline } = room;
  if (!isDeclared(incident)) return {};
  const content = { incident, ...partsOf(room), timeline: timeline.entries };
  return {
    format: 'sitrep-incident',
    schema: EXPORT_SCHEMA,
    exportedAt: now,
    people: peopleIn(content, names),
    ...content,
  };
};

/** Whoever is named in it, however deep, as an id, as who did something, or as a key. */
const peopleIn = (content: unknown, names: Names): Readonly<Record<UserId, string>> => {
  const found: Record<UserId, string> = {};
  const meet = (text: string): void => {
    const id = userIdOf(text as ActorRef) ?? (text as UserId);
    const name = nameOf(names, id);
    if (name !== undefined) found[id] = name;
  };
  const visit = (value: unknown): void => {
    if (typeof value === 'string') meet(value);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        meet(key);
        visit(inner);
      }
    }
  };
  visit(content);
  return found;
};
