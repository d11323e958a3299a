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

/** A second Ctrl-C waits for the same end as the first. */
export const once = (work: () => Promise<void>): (() => Promise<void>) => {
  let under: Promise<void> | undefined;
  return () => (under ??= work());
};
