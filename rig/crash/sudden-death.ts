import type { Disaster } from './supervise.ts';

/** kill -9: what the process had written is with the operating system, what it held in memory is lost. */
export const suddenDeath: Disaster = {
  name: 'kill -9',
  strike: async (running) => {
    running.kill();
    await running.gone;
  },
  recover: async () => {},
};
