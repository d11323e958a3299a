import { hash } from 'node:crypto';
import type { ActorRef, EventHeader, StreamId } from '@sitrep/shared/kernel/event';

/** What a log begins from: nothing came before its first event. */
export const GENESIS_CHAIN = '0'.repeat(64);

/** What reading an erased event yields in place of its payload. */
export const ERASED_PAYLOAD = '{"erased":true}';

export type HeaderTuple = readonly [
  position: number,
  stream: StreamId,
  version: number,
  id: string,
  type: string,
  schema: number,
  at: number,
  actor: ActorRef,
  commandId: string,
];

/**
 * The header as it is hashed and stored: a JSON array in this order, always. Changing the order or adding to it
 * breaks every stored chain.
 */
export function headerText(header: HeaderTuple): string {
  return JSON.stringify(header);
}

export function headerOf(tuple: HeaderTuple): EventHeader & { readonly type: string } {
  const [position, stream, version, id, type, schema, at, actor, commandId] = tuple;
  return { position, stream, version, id, type, schema, at, actor, commandId };
}

/**
 * SHA-256 of salt and payload, in hex. The salt keeps an erased payload from being guessed by its hash.
 * @param salt 32 hex digits
 */
export function payloadHashOf(salt: string, payload: string): string {
  return hash('sha256', salt + payload, 'hex');
}

/** SHA-256 of the previous link, the header and the payload's hash, in hex: changing one event breaks all that follow. */
export function chainOf(previousChain: string, header: string, payloadHash: string): string {
  return hash('sha256', previousChain + header + payloadHash, 'hex');
}
