import type { Logger } from './ports/logger.ts';

/** Ctrl-C and SIGTERM, once or more often: what is under way is answered, then the process ends. */
export const stopOnSignals = (stop: () => Promise<void>, logger: Logger): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ error }, 'could not stop cleanly');
          process.exit(1);
        },
      );
    });
  }
};
