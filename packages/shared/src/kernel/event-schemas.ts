import type * as z from 'zod/mini';
import type { DomainEvent } from './event.ts';

/** The events of a domain: type → schema of its data. One name for the check at run time and for the type. */
export type EventSchemas = Readonly<Record<string, z.ZodMiniType>>;

/** The union of events that such a table describes. */
export type EventOf<S extends EventSchemas> = {
  [T in keyof S & string]: DomainEvent<T, z.output<S[T]>>;
}[keyof S & string];
