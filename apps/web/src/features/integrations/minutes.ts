const MINUTE_S = 60;

/** Whole minutes as seconds; nothing for what is no number. */
export const secondsOf = (minutes: string): number | undefined => {
  const value = Number(minutes.replace(',', '.'));
  return minutes.trim() === '' || !Number.isFinite(value) || value < 0 ? undefined : Math.round(value * MINUTE_S);
};

export const minutesOf = (seconds: number): string => String(Number((seconds / MINUTE_S).toFixed(2)));
