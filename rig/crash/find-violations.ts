import type { Ack } from './ack-file.ts';
import type { LoggedEvent } from './target.ts';

/**
 * Compares what was acknowledged with what is in the log.
 * @returns one sentence for each thing that must not be
 */
export function findViolations(
  acks: readonly Ack[],
  log: readonly LoggedEvent[],
  sent: ReadonlySet<string>,
  eventsPerCommand: number,
): string[] {
  const violations: string[] = [];
  const stored = new Map<string, number[]>();
  log.forEach(({ position, commandId }, index) => {
    if (position !== index + 1) violations.push(`event ${index + 1} has position ${position}`);
    const positions = stored.get(commandId) ?? [];
    positions.push(position);
    stored.set(commandId, positions);
  });
  for (const [id, positions] of stored) {
    const [first = 0] = positions;
    if (!sent.has(id)) violations.push(`${id} is in the log, but nobody sent it`);
    if (positions.length !== eventsPerCommand || positions.some((position, index) => position !== first + index)) {
      violations.push(`${id} has events ${positions.join(', ')} instead of ${eventsPerCommand} together`);
    }
  }
  for (const { id, positions } of acks) {
    const found = stored.get(id) ?? [];
    if (found.join() !== positions.join()) {
      violations.push(
        `${id} was acknowledged at ${positions.join(', ')}, but is at ${found.join(', ') || 'no position'}`,
      );
    }
  }
  return violations;
}
