import { randomBytes } from 'node:crypto';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/id-generator.ts';

const BYTES_PER_ID = 10;
/** Drawn in bulk: one system call for so many ids. */
const IDS_PER_DRAW = 256;
const COUNTER_BITS = 12n;
const RANDOM_BITS = 62n;

/**
 * UUIDv7 after RFC 9562, method 3.1: a 12-bit counter orders ids of the same millisecond. When it runs out, or the
 * clock steps back, ids go on from the last millisecond used, so that they always ascend.
 *
 * @param draw so many random bytes; of ids alone, secrets are always drawn from the system
 */
export function createIdGenerator(
  clock: Pick<Clock, 'now'>,
  draw = randomBytes as (size: number) => Buffer,
): IdGenerator {
  let lastMs = 0;
  let counter = 0;
  let pool: Buffer = Buffer.alloc(0);
  const random = (): Buffer => {
    if (pool.length === 0) pool = draw(BYTES_PER_ID * IDS_PER_DRAW);
    const drawn = pool.subarray(0, BYTES_PER_ID);
    pool = pool.subarray(BYTES_PER_ID);
    return drawn;
  };
  return {
    id: () => {
      const now = clock.now();
      const bytes = random();
      if (now > lastMs) {
        lastMs = now;
        // Half the range is left for more ids in this millisecond.
        counter = bytes.readUInt16BE(8) & 0x7ff;
      } else if (counter === 0xfff) {
        lastMs += 1;
        counter = 0;
      } else {
        counter += 1;
      }
      return format(lastMs, counter, bytes.readBigUInt64BE(0));
    },
    secret: () => randomBytes(32).toString('base64url'),
  };
}

function format(ms: number, counter: number, random: bigint): string {
  const high = (BigInt(ms) << (COUNTER_BITS + 4n)) | (7n << COUNTER_BITS) | BigInt(counter);
  const low = (2n << RANDOM_BITS) | (random & ((1n << RANDOM_BITS) - 1n));
  const hex = high.toString(16).padStart(16, '0') + low.toString(16).padStart(16, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
