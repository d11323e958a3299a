import type { AlertSeverity } from '@sitrep/shared/alerts/values';

/** Alerts that fire for ever, to show that the way from rule to receiver works. */
const ALWAYS = new Set(['watchdog', 'deadmansswitch']);
/** Names that mean the same where the alert also says that it is none. */
const WITHOUT_SEVERITY = new Set([
  'deadmanswitch',
  'deadman',
  'deadmanssnitch',
  'alwaysfiring',
  'alwayson',
  'heartbeat',
  'prometheusheartbeat',
  'alertmanagerheartbeat',
  'prometheusalive',
  'alertingheartbeat',
]);

/** @param said the severity as the tool wrote it; @param severity as it was understood */
export const isWatchdog = (name: string, said: string | undefined, severity: AlertSeverity): boolean => {
  const word = name
    .slice(0, 80)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  return ALWAYS.has(word) || (said !== undefined && severity === 'info' && WITHOUT_SEVERITY.has(word));
};
