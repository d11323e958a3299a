import type { Clock } from '../../../ports/clock.ts';
import type { Checked } from './protocol.ts';
import type { StorageClient } from './storage-client.ts';

export type ScrubOptions = {
  readonly clock: Clock;
  /** Events verified at a time. */
  readonly rowsPerTick?: number;
  /** Ms between two ticks. */
  readonly everyMs?: number;
  /** Ms between the end of one pass over the log and the next. */
  readonly restMs?: number;
  /** Told when a pass has reached the end, with the number of the last event it verified. */
  readonly onPass?: (position: number) => void;
};

export type Scrub = {
  pause(): void;
  resume(): void;
};

const DAY = 24 * 60 * 60 * 1_000;

/**
 * Reads the whole log again, slowly and for ever, so that rot in old events is found while a backup still has them.
 * Damage is reported by the client's `onDamage`; the scrub ends there.
 */
export function startScrub(client: StorageClient, options: ScrubOptions): Scrub {
  const { clock, rowsPerTick = 1_000, everyMs = 1_000, restMs = DAY, onPass } = options;
  let cancel = () => {};
  let paused = false;
  let busy = false;
  let from: Checked | undefined;

  const schedule = (delayMs: number): void => {
    cancel();
    if (!paused) cancel = clock.after(delayMs, () => void tick());
  };

  const tick = async (): Promise<void> => {
    busy = true;
    try {
      from = await client.ask({ ask: 'check', from: from ?? (await client.ask({ ask: 'base' })), limit: rowsPerTick });
    } catch {
      // Damaged or closed: either way there is nothing left to do here.
      paused = true;
      return;
    } finally {
      busy = false;
    }
    if (from.position < client.head) return schedule(everyMs);
    onPass?.(from.position);
    from = undefined;
    schedule(restMs);
  };

  schedule(everyMs);
  return {
    pause: () => {
      paused = true;
      cancel();
    },
    resume: () => {
      paused = false;
      if (!busy) schedule(everyMs);
    },
  };
}
