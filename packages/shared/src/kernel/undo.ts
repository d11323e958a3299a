import * as z from 'zod/mini';

/** The idempotency key under which a command was sent: any text of 1 to 100 characters. */
const CommandId = z.string().check(z.minLength(1), z.maxLength(100));

/** Of a command and its events: the command of the same person that it takes back. */
export const undoOf = z.optional(CommandId);

export type Undoing = { readonly undoOf?: string | undefined };

/** As an event carries it. */
export const takingBack = (id: string | undefined): { undoOf?: string } => (id === undefined ? {} : { undoOf: id });
