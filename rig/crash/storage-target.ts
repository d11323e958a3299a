import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Answer, Ask, PlantedFault } from './storage-messages.ts';
import type { RunningTarget, Target } from './target.ts';

type Without<Message, Key extends string> = Message extends unknown ? Omit<Message, Key> : never;

const child = fileURLToPath(new URL('./storage-child.ts', import.meta.url));

/** The file storage in a process of its own, on one data folder. */
export function storageTarget(folder: string, planted: PlantedFault = 'none'): Target {
  return {
    name: planted === 'none' ? 'file storage' : `file storage that ${planted}`,
    eventsPerCommand: 2,
    start: async (crashAt = '') => {
      const started = fork(child, [folder, planted, crashAt], {
        execArgv: ['--import', 'tsx'],
        serialization: 'advanced',
      });
      const gone = once(started, 'exit').then(() => {});
      const [first] = (await Promise.race([once(started, 'message'), gone.then(() => [])])) as [Answer?];
      if (first?.answer !== 'ready') throw new Error('the file storage did not start');
      return running(started, gone);
    },
  };
}

function running(started: ChildProcess, gone: Promise<void>): RunningTarget {
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let nextId = 1;
  let ended = false;

  started.on('message', (answer: Answer) => {
    if (answer.answer === 'ready') return;
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.answer === 'failed') asked?.reject(new Error(answer.reason));
    else asked?.resolve(answer);
  });
  const end = (): void => {
    ended = true;
    for (const { reject } of waiting.values()) reject(new Error('the target is gone'));
    waiting.clear();
  };
  // Answers that were on their way are delivered before `disconnect`.
  started.once('disconnect', end);

  const ask = (question: Without<Ask, 'id'>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(new Error('the target is gone'));
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      started.send({ ...question, id }, () => {});
    });

  return {
    gone,
    kill: () => void started.kill('SIGKILL'),
    write: async (command) => {
      const answer = await ask({ ask: 'write', command });
      return answer.answer === 'written' ? answer.positions : [];
    },
    readLog: async () => {
      const answer = await ask({ ask: 'log' });
      return answer.answer === 'log' ? answer.events : [];
    },
    verify: async () => {
      const answer = await ask({ ask: 'verify' });
      return answer.answer === 'verified' ? answer.problem : 'no answer';
    },
    stop: async () => {
      await ask({ ask: 'stop' });
      started.disconnect();
      await gone;
    },
  };
}
