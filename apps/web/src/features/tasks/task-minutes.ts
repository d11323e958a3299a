const MINUTE = 60_000;

export const DEFAULT_MINUTES = 10;
export const MINUTE_CHOICES = [5, DEFAULT_MINUTES, 15, 20, 30, 60, 120] as const;
/** As a choice stands for it. */
export const NO_END = '';

/** What a choice says to the command; nothing for a task without a time-box. */
export const timeBoxOf = (choice: string): { forMs?: number } =>
  choice === NO_END ? {} : { forMs: Number(choice) * MINUTE };
