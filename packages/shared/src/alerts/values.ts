import * as z from 'zod/mini';

/** As monitoring tools mean it, on one scale. `info` never opens anything. */
export const ALERT_SEVERITIES = ['critical', 'error', 'warning', 'info'] as const;
export const AlertSeverity = z.enum(ALERT_SEVERITIES);
export type AlertSeverity = z.output<typeof AlertSeverity>;

export const SOURCES = ['alertmanager', 'generic'] as const;
export const AlertSource = z.enum(SOURCES);
export type AlertSource = z.output<typeof AlertSource>;
