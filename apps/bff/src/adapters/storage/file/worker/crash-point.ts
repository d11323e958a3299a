export type CrashPoint = 'before_commit' | 'after_commit_before_ack';

/**
 * For the fault rig: dies at a named moment, at once and without goodbye.
 * @param setting `<point>` or `<point>:<n>` for the n-th time it is reached; nothing, as in production, for never
 */
export function crashPoints(setting: string | undefined): (reached: CrashPoint) => void {
  if (!setting) return () => {};
  const [point, count = '1'] = setting.split(':');
  let left = Number(count);
  return (reached) => {
    if (reached !== point) return;
    left -= 1;
    if (left <= 0) process.kill(process.pid, 'SIGKILL');
  };
}
