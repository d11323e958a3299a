import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { isCorrupt, isDiskFault, messageOf } from '../../sqlite/sqlite-error.ts';
import type { FaultNote, FromWorker, ToWorker, WorkerOptions, WriteRequest } from './protocol.ts';
import { queryAnswerer } from './worker/answer-query.ts';
import { Checkpointer } from './worker/checkpointer.ts';
import { Committer } from './worker/committer.ts';
import { crashPoints } from './worker/crash-point.ts';
import { Damage, damageNote } from './worker/damage.ts';
import { openLog, Refusal } from './worker/open-log.ts';
import type { OpenLog } from './worker/open-log.ts';

/**
 * The thread that owns the database. It is an entry of its own in the server bundle (`storage-worker.js`). Its code
 * uses only what Node can strip by itself: no parameter properties, no enums.
 */
async function run(port: MessagePort, options: WorkerOptions): Promise<void> {
  const tell = (message: FromWorker): void => port.postMessage(message);
  try {
    const opened = await openLog(options);
    serve(port, tell, opened, options);
    tell({ kind: 'opened', head: opened.log.last().position });
  } catch (error) {
    const unforeseen: FaultNote = { code: 'unavailable', message: messageOf(error) };
    tell({ kind: 'refused', fault: error instanceof Refusal ? error.fault : unforeseen });
    port.close();
  }
}

function serve(port: MessagePort, tell: (message: FromWorker) => void, opened: OpenLog, options: WorkerOptions): void {
  const { db, log } = opened;
  const committer = new Committer(db, log, options.file, crashPoints(options.crashAt));
  const checkpointer = new Checkpointer(db);
  const answer = queryAnswerer({ db, log, checkpointer, head: () => committer.head });
  let lost = false;

  /** After a failed sync the kernel may call the same pages clean: trying again would lie. Only a new start can know. */
  const lose = (error: unknown): void => {
    lost = true;
    tell({ kind: 'lost', reason: messageOf(error) });
  };

  const commit = (requests: readonly WriteRequest[]): void => {
    try {
      tell({ kind: 'committed', results: committer.commit(requests) });
      checkpointer.count(requests);
    } catch (error) {
      if (isDiskFault(error) || isCorrupt(error)) lose(error);
      else tell({ kind: 'rolled-back', reason: messageOf(error) });
    }
  };

  const checkpoint = (): void => {
    try {
      checkpointer.runIfDue();
    } catch (error) {
      if (isDiskFault(error) || isCorrupt(error)) lose(error);
    }
  };

  const faultOf = (error: unknown): FaultNote => {
    if (error instanceof Damage) return damageNote(error, options.file);
    if (isCorrupt(error)) {
      const position = log.firstUnreadable(log.base.position, committer.head);
      return damageNote(new Damage(position, messageOf(error)), options.file);
    }
    return { code: 'unavailable', message: messageOf(error) };
  };

  port.on('message', (message: ToWorker) => {
    // A lost database is not even closed: closing writes.
    if (lost) return;
    switch (message.kind) {
      case 'commit':
        commit(message.requests);
        if (!lost) checkpoint();
        return;
      case 'query':
        try {
          tell({ kind: 'answer', id: message.id, answer: answer(message.query) });
        } catch (error) {
          if (message.query.ask === 'hold-still' && isDiskFault(error)) lose(error);
          else tell({ kind: 'failed', id: message.id, fault: faultOf(error) });
        }
        return;
      case 'move-on':
        checkpointer.moveOn();
        return;
      case 'close':
        db.close();
        tell({ kind: 'closed' });
        port.close();
    }
  });
}

if (parentPort) await run(parentPort, workerData as WorkerOptions);
