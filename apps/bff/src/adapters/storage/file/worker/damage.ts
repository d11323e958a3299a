import type { FaultNote } from '../protocol.ts';

/** Stored bytes do not hold. Not an `EventLogFault`: worker code imports no class of the ports. */
export class Damage extends Error {
  readonly position: number | undefined;

  constructor(position: number | undefined, what: string) {
    super(what);
    this.position = position;
  }
}

export function damageNote(damage: Damage, file: string): FaultNote {
  const where = damage.position === undefined ? file : `Event ${damage.position} in ${file}`;
  return {
    code: 'damaged',
    position: damage.position,
    message: `${where} is damaged: ${damage.message}. Keep a copy of the data folder, then restore a backup.`,
  };
}
