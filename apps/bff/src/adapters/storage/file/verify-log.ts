import { EventLogFault } from '../../../ports/event-log.ts';
import { StorageClient } from './storage-client.ts';

export type VerifyReport =
  | {
      readonly outcome: 'intact';
      readonly events: number;
      readonly head: number;
      /** The last link of the chain. Kept elsewhere, it proves later that nothing before it was changed. */
      readonly chainHead: string;
    }
  | { readonly outcome: 'damaged'; readonly position: number | undefined; readonly message: string };

const ROWS_AT_A_TIME = 2_000;

/**
 * Verifies every checksum and the chain from its beginning, in small steps between which the writer has its turn.
 * @throws EventLogFault `unavailable`
 */
export async function verifyLog(client: StorageClient): Promise<VerifyReport> {
  try {
    const base = await client.ask({ ask: 'base' });
    const head = client.head;
    let reached = base;
    while (reached.position < head) {
      reached = await client.ask({ ask: 'check', from: reached, limit: ROWS_AT_A_TIME });
    }
    return {
      outcome: 'intact',
      events: reached.position - base.position,
      head: reached.position,
      chainHead: reached.chain,
    };
  } catch (error) {
    return damageReport(error);
  }
}

/**
 * The same for a database that no server has open: a backup, or the log of a stopped server.
 * @throws EventLogFault `owned` | `unavailable`
 */
export async function verifyLogFile(file: string): Promise<VerifyReport> {
  try {
    const client = await StorageClient.open({ file, verifyAtOpen: 0 }, { onLost: () => {}, onDamage: () => {} });
    const report = await verifyLog(client);
    await client.close();
    return report;
  } catch (error) {
    return damageReport(error);
  }
}

function damageReport(error: unknown): VerifyReport {
  if (!(error instanceof EventLogFault) || error.code !== 'damaged') throw error;
  return { outcome: 'damaged', position: error.position, message: error.message };
}
