import * as z from 'zod/mini';

/** What is waited for; docs/spec/clocks.md says of each what starts, resets and stops it. */
export const CLOCKS = [
  'acknowledge',
  'first-internal-update',
  'first-public-update',
  'internal-update',
  'public-update',
  'postmortem-scheduled',
  'no-progress',
  'without-effect',
  'long-running',
  'critical-service',
  'public-attention',
  'task',
  'hypothesis-test',
  'mitigation',
  'long-command',
] as const;
export const ClockName = z.enum(CLOCKS);
export type ClockName = z.output<typeof ClockName>;
