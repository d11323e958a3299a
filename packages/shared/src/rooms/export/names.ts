import { userIdOf } from '../../kernel/actor.ts';
import type { ActorRef } from '../../kernel/event.ts';
import type { UserId } from '../../kernel/ids.ts';

/** People as they are called today. */
export type Names = Readonly<Record<UserId, { readonly name: string } | undefined>>;

/** The name behind any text that may be somebody's id. */
export const nameOf = (names: Names, text: string): string | undefined =>
  Object.hasOwn(names, text) ? names[text as UserId]?.name : undefined;

export const personIn = (names: Names, id: UserId | undefined): string => nameOf(names, id ?? '') ?? 'somebody';

/** Who did it. */
export const actorIn = (names: Names, ref: ActorRef): string => {
  const id = userIdOf(ref);
  if (id !== undefined) return personIn(names, id);
  return ref.startsWith('integration/') ? 'a monitoring tool' : 'Sitrep';
};
