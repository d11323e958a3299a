import type { IntegrationId } from '../kernel/ids.ts';
import type { AlertSource } from '../alerts/values.ts';
import type { IntegrationSettings } from './events.ts';

export type Integration = {
  readonly id: IntegrationId;
  readonly name: string;
  readonly source: AlertSource;
  readonly tokenHash: string;
  readonly settings: IntegrationSettings;
  readonly createdAt: number;
};

/** All sources of alerts, in one stream: few, and changed rarely. */
export type Integrations = Readonly<Record<IntegrationId, Integration>>;

export const noIntegrations: Integrations = {};

/** What administrators see of one: all but the hash. */
export type IntegrationRow = Omit<Integration, 'tokenHash'>;

export const integrationRows = (integrations: Integrations): readonly IntegrationRow[] =>
  Object.values(integrations).map(({ tokenHash: _hash, ...row }) => row);

const QUIET_AFTER_S: Readonly<Record<AlertSource, number>> = { alertmanager: 0, generic: 15 * 60 };

export const defaultSettings = (source: AlertSource): IntegrationSettings => ({
  opensIncidents: true,
  openedSeverity: 2,
  tokenInUrl: false,
  quietAfterS: QUIET_AFTER_S[source],
  watchdogAfterS: 10 * 60,
});
