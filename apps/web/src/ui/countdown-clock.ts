const two = (value: number): string => String(value).padStart(2, '0');

/** "06:12", "1:06:12": what is left is rounded up, so that 00:00 is the end and not a second before it. */
export const countdownClock = (leftMs: number): string => {
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor((seconds % 3_600) / 60))}:${two(seconds % 60)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
};

/** "40 s", "3 m", "1 h 5 m": how long it has been over. */
export const overFor = (overMs: number): string => {
  const seconds = Math.floor(overMs / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} m`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} m`;
};

export type Urgency = 'calm' | 'soon' | 'over';

/** The last fifth of its time is soon. */
export const urgencyOf = (leftMs: number, ofMs: number): Urgency => {
  if (leftMs <= 0) return 'over';
  return leftMs <= ofMs * 0.2 ? 'soon' : 'calm';
};
