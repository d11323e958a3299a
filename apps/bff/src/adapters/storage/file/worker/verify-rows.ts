import { chainOf, payloadHashOf } from '../../hash-chain.ts';
import type { Checked } from '../protocol.ts';
import { Damage } from './damage.ts';

export type EventRow = readonly [
  position: number,
  header: string,
  payload: string | null,
  salt: string | null,
  payloadHash: string,
  chain: string,
];

export const ROW_COLUMNS = 'position, header, payload, salt, payload_hash, chain';

/**
 * Rows that must follow `from` without a gap.
 * @returns where the last of them leaves the chain
 * @throws Damage naming the first that does not hold
 */
export function verifyRows(rows: readonly EventRow[], from: Checked): Checked {
  let { position, chain } = from;
  for (const row of rows) {
    position += 1;
    chain = verifyRow(row, position, chain);
  }
  return { position, chain };
}

/** @returns the chain after this row */
export function verifyRow(row: EventRow, expectedPosition: number, previousChain: string): string {
  const [position, header, payload, salt, payloadHash, chain] = row;
  if (position !== expectedPosition) throw new Damage(expectedPosition, 'it is missing');
  if (!header.startsWith(`[${position},`)) throw new Damage(position, 'its header belongs to another event');
  if ((payload === null) !== (salt === null)) throw new Damage(position, 'it is erased by half');
  if (payload !== null && salt !== null && payloadHashOf(salt, payload) !== payloadHash) {
    throw new Damage(position, 'its payload does not match its checksum');
  }
  if (chainOf(previousChain, header, payloadHash) !== chain) {
    throw new Damage(position, 'it does not match the hash chain');
  }
  return chain;
}
